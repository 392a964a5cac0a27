// Line and letter spacing as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

export const spacingDescriptor = defineFeature({
  id: 'spacing',
  settings: {
    spacing: { kind: 'choice', options: ['page', 'wide', 'wider'] },
  },
  main: 'spacing',
  icon: ['M13 6h14', 'M13 15h14', 'M13 24h14', 'M6 5v20', 'M2.5 8.5L6 5l3.5 3.5', 'M2.5 21.5L6 25l3.5-3.5'],
  group: 'see',
});
