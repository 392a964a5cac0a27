// The large pointer as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

export const pointerDescriptor = defineFeature({
  id: 'pointer',
  settings: {
    pointer: { kind: 'choice', options: ['page', 'large', 'larger'] },
  },
  main: 'pointer',
  icon: ['M8 4v19l5-4.5 3.5 8 3.5-1.5-3.5-8H23z'],
  group: 'see',
});
