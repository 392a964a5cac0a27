// The reading cursor as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

export const cursorDescriptor = defineFeature({
  id: 'cursor',
  settings: { cursor: { kind: 'choice', options: ['off', 'on'], leaves: true } },
  main: 'cursor',
  icon: ['M4 9h22v13H4z', 'M8 13h2M13 13h2M18 13h2M9 18h12'],
  group: 'find',
});
