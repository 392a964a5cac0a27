// Stillness as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

export const stillDescriptor = defineFeature({
  id: 'still',
  settings: {
    still: { kind: 'toggle', default: false },
  },
  main: 'still',
  icon: ['M4 6h22v18H4z', 'M12 11v8M18 11v8'],
  group: 'see',
});
