// Reading aloud as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

export const speechDescriptor = defineFeature({
  id: 'speech',
  settings: {
    speech: { kind: 'choice', options: ['off', 'point', 'continuous'] },
    rate: { kind: 'range', min: 0.5, max: 2, step: 0.25, default: 1, stops: [0.5, 0.75, 1, 1.5, 2] },
    volume: { kind: 'range', min: 0, max: 100, step: 10, default: 100, needs: true, stops: [0, 25, 50, 75, 100] },
    voice: { kind: 'text' },
  },
  main: 'speech',
  commands: ['play', 'pause', 'next', 'previous', 'nextPart', 'previousPart', 'resume', 'back-to-speech', 'stop', 'here'],
  asks: ['voices'],
  calls: ['selection'],
  icon: ['M4 12v6h5l7 6V6l-7 6z', 'M20 11a6 6 0 0 1 0 8', 'M23 7a11 11 0 0 1 0 16'],
  group: 'hear',
  barValue: 'continuous',
});
