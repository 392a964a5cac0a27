// Enlargement as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

/** No button of its own on the bar: the toolbar draws 缩小 and 放大 for a range. */
export const textSizeDescriptor = defineFeature({
  id: 'text-size',
  settings: {
    textSize: { kind: 'range', min: 100, max: 300, step: 25, default: 100 },
    // The toolbar is no aid, so what is about the toolbar itself has no descriptor of its own; this one is always there, and pays it no heed.
    toolbarSize: { kind: 'choice', options: ['standard', 'large', 'larger'], at: 'bar' },
    language: { kind: 'choice', options: ['auto', 'zh-CN', 'zh-TW', 'en'], at: 'bar' },
  },
  main: 'textSize',
  icon: ['M3 25L10 6l7 19', 'M5.6 18h8.8', 'M19 25l4-11 4 11', 'M20.5 21h5'],
  group: 'see',
});
