// The magnifier for text as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

export const lensDescriptor = defineFeature({
  id: 'lens',
  settings: { lens: { kind: 'toggle', default: false } },
  main: 'lens',
  icon: ['M13 4a9 9 0 1 0 0 18a9 9 0 1 0 0-18', 'M20 20l7 7'],
  group: 'see',
});
