// 点图放大 as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

export const imageDescriptor = defineFeature({
  id: 'image',
  settings: { image: { kind: 'toggle', default: false } },
  main: 'image',
  commands: ['show'],
  icon: ['M4 6h22v18H4z', 'M4 20l6-6 5 5 4-4 7 6'],
  group: 'see',
});
