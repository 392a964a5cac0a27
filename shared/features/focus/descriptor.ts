// The strong focus ring as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

export const focusDescriptor = defineFeature({
  id: 'focus',
  settings: {
    focus: { kind: 'choice', options: ['page', 'strong'] },
  },
  main: 'focus',
  icon: ['M4 11V4h7M19 4h7v7M26 19v7h-7M11 26H4v-7', 'M10 10h10v10H10z'],
  group: 'see',
});
