// Stillness as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

export const stillDescriptor = defineFeature({
  id: 'still',
  settings: {
    still: { kind: 'toggle', default: false },
  },
  main: 'still',
  icon: ['M4 4h22v22H4z', 'M12 10v10M18 10v10'],
  group: 'see',
});
