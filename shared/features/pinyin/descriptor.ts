// Pinyin as the toolbar, the store and the build know it; what it does is in start.ts.
import { defineFeature } from '../../feature';

const ON = ['rare', 'all'];

export const pinyinDescriptor = defineFeature({
  id: 'pinyin',
  settings: {
    pinyin: { kind: 'choice', options: ['off', 'rare', 'all'] },
    pinyinTones: { kind: 'choice', options: ['dictionary', 'spoken'], when: ON },
    toneColors: { kind: 'toggle', default: false, when: ON },
    pinyinSize: { kind: 'range', min: 45, max: 60, step: 5, default: 50, when: ON },
  },
  main: 'pinyin',
  acts: ['readings'],
  calls: ['selection'],
  // 文 under a tone mark.
  icon: ['M11 8l8-4', 'M5 13h20', 'M9 13c1.5 6 6 10.5 15 13', 'M21 13c-1.5 6-6 10.5-15 13'],
  group: 'hear',
  barValue: 'all',
});
