// 没填的必填项 as the toolbar and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

export const fieldsDescriptor = defineFeature({
  id: 'fields',
  settings: {},
  main: '',
  asks: ['show'],
  icon: ['M4 5h22v20H4z', 'M9 12h7', 'M9 18h7', 'M21 10v5', 'M21 19v.1'],
  group: 'find',
});
