// Finding one's way (links, zones, ends of the page, back) and shortcuts, as the toolbar, the store and the build know them; what they do is in start.ts.
import { defineFeature } from '../../feature';

export const findDescriptor = defineFeature({
  id: 'find',
  settings: { shortcuts: { kind: 'choice', options: ['off', 'mingdu', 'classic'], at: 'bar' } },
  main: 'shortcuts',
  acts: ['keys'],
  asks: ['zones', 'links', 'top', 'body', 'bottom', 'back'],
  // A signpost.
  icon: ['M15 3v24', 'M15 6h9l3 3-3 3h-9z', 'M15 14H6l-3 3 3 3h9z'],
  group: 'find',
});
