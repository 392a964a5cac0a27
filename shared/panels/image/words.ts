// The words of the picture panel; they come with it. Keys as in i18n/zh-CN.ts; `{name}` is filled in.
const zhCN = {
  enlarge: '放大',
  title: '看图',
  place: '第 {place} 张，共 {count} 张',
  smaller: '缩小',
  larger: '放大',
  scale: '{n} 倍',
  scales: '放大到几倍',
  previous: '上一张',
  next: '下一张',
  close: '关闭',
  picture: '图片',
  keys: '↑ ↓ ← → 移动图片，＋ − 放大缩小，Esc 关闭',
};

export const words: Readonly<Record<'zh-CN' | 'en', Readonly<Record<keyof typeof zhCN, string>>>> = {
  'zh-CN': zhCN,
  en: {
    enlarge: 'Enlarge',
    title: 'Picture',
    place: '{place} of {count}',
    smaller: 'Smaller',
    larger: 'Larger',
    scale: '{n}×',
    scales: 'How large',
    previous: 'Previous',
    next: 'Next',
    close: 'Close',
    picture: 'Picture',
    keys: '↑ ↓ ← → move the picture, + − larger or smaller, Esc closes',
  },
};
