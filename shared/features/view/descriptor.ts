// 只看正文 as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

export const viewDescriptor = defineFeature({
  id: 'view',
  settings: { view: { kind: 'choice', options: ['page', 'article'], leaves: true } },
  main: 'view',
  icon: ['M6 3h18v24H6z', 'M10 9h10M10 14h10M10 19h6'],
  group: 'find',
});
