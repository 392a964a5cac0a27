// The reading line as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

export const readingLineDescriptor = defineFeature({
  id: 'reading-line',
  settings: {
    readingLine: { kind: 'choice', options: ['off', 'line', 'cross', 'ruler', 'mask'] },
  },
  main: 'readingLine',
  icon: ['M5 8h20', 'M2 15h26', 'M2 19h26', 'M5 25h14'],
  group: 'see',
});
