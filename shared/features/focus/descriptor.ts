// The strong focus ring as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

export const focusDescriptor = defineFeature({
  id: 'focus',
  settings: {
    focus: { kind: 'choice', options: ['page', 'strong'] },
  },
  main: 'focus',
  icon: ['M4 4h22v22H4z', 'M10 10h10v10H10z'],
  group: 'see',
});
