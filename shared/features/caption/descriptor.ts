// The caption as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

/** Sizes that the buttons go through, in px where the reader's browser has 16. */
export const CAPTION_SIZES = [32, 38, 48, 60] as const;

export const captionDescriptor = defineFeature({
  id: 'caption',
  settings: {
    caption: { kind: 'toggle', default: false },
    captionSize: { kind: 'range', min: 32, max: 60, step: 2, default: 38, stops: CAPTION_SIZES, when: [true] },
    captionPlace: { kind: 'choice', options: ['bottom', 'top'], when: [true] },
  },
  main: 'caption',
  icon: ['M3 6h24v18H3z', 'M7 15h10', 'M20 15h3', 'M7 19h5', 'M15 19h8'],
  group: 'hear',
});
