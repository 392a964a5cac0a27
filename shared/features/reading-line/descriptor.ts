// The reading line as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

export const readingLineDescriptor = defineFeature({
  id: 'reading-line',
  settings: {
    readingLine: { kind: 'choice', options: ['off', 'line', 'cross', 'ruler', 'mask'] },
    rulerLines: { kind: 'range', min: 1, max: 5, step: 2, default: 3, stops: [1, 3, 5], when: ['ruler', 'mask'] },
    lineWidth: { kind: 'range', min: 4, max: 24, step: 4, default: 8, stops: [4, 8, 16], when: ['line', 'cross', 'ruler', 'mask'] },
    /** Below 75 percent there are grounds on which neither tone of the line has 3:1: see parts.ts. */
    lineOpacity: { kind: 'range', min: 75, max: 100, step: 5, default: 100, stops: [75, 85, 100], when: ['line', 'cross', 'ruler', 'mask'] },
  },
  main: 'readingLine',
  icon: ['M5 8h20', 'M2 15h26', 'M2 19h26', 'M5 25h14'],
  group: 'see',
});
