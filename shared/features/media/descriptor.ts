// 本页的声音和视频 as the toolbar and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

export const mediaDescriptor = defineFeature({
  id: 'media',
  settings: {},
  main: '',
  asks: ['show'],
  icon: ['M4 6h22v18H4z', 'M12 11v8l7-4z'],
  group: 'find',
});
