// Colour schemes as the toolbar, the store and the build know them; what they do is in start.ts, their colours in schemes.ts.
import { defineFeature } from '../../feature';

export const contrastDescriptor = defineFeature({
  id: 'contrast',
  settings: {
    contrast: {
      kind: 'choice',
      options: ['off', 'black-on-white', 'white-on-black', 'yellow-on-black', 'yellow-on-blue', 'black-on-yellow', 'black-on-cream'],
      look: 'samples',
      links: {
        'black-on-white': '#0000c8',
        'white-on-black': '#8fd0ff',
        'yellow-on-black': '#80ffff',
        'yellow-on-blue': '#ffffff',
        'black-on-yellow': '#0000c8',
        'black-on-cream': '#0000c0',
      },
    },
  },
  main: 'contrast',
  icon: ['M15 4a11 11 0 1 0 0 22a11 11 0 1 0 0-22', 'M15 4v22', 'M18.5 8.5h4.2', 'M18.5 12.8h6.8', 'M18.5 17.2h6.8', 'M18.5 21.5h4.2'],
  group: 'see',
  barValue: 'yellow-on-black',
});
