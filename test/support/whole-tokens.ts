// Numbers, dates, times, ranges, amounts and codes as official text writes them, and texts composed of them at random. For tests of cuts.

export const TOKENS: readonly string[] = [
  '2024年3月5日上午9:30—11:30', '2024-03-15', '2024/3/15至2024.3.20', '1998—2003年', '2021－2025年', '2024年3月5日', '2024年 3月 5日', '2024/3/15', '2024.3.15', '2024-03-05 09:30',
  '9:30', '8：30-12：00', '9:30 — 11:30', '9时30分', '5月1日—7日', '周一至周五', '二〇二四年三月五日', '二〇二一年至二〇二五年',
  '12.5%', '-3.5℃', '0.8‰', '3～5人', '10%～15%', '-5~3℃', '1/3', '120/80', '1,234,567.89元', '￥3,500.50元', '12万元', '3.5亿元', '300元至500元', '800 字', '100㎡', '50km/h', '80mg/L', '10㎡×3', '三千五百元', '百分之十二点五',
  '1:50', '7∶3', '0 / 800', '010-58123114', '13812345678', '138 1234 5678', '400-810-6666', '（010）58123114', '010-58123114转8001', '6222021234567890123', '6222 0212 3456 7890', '91110108MA01ABCD2E',
  'GB/T 1234-2020', 'ISO 9001', 'A01—A05', '3-201室', '1.2.3', '国办发〔2021〕61号', '〔2021〕第8号', '（2024）湘01民终123号', '京ICP备12345678号-1', 'abc@mca.gov.cn', 'http://www.mca.gov.cn/art/2024/3/15/art_1.html?id=1;a=2#top', 'PM2.5', '第12.5条',
];
const BETWEEN = ['，', '、', '和本市的', '，以及各区县民政局的', '（参见', '）以及', '为', '。', '；', '《养老服务条例》', '按照有关规定办理的', '标准为：', '”和“'];

/** Random, but the same each time: numbers from 0 on below `most`. */
export function randomOf(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 16807) % 2147483647;
    return state % most;
  };
}

/** @returns a text and where its tokens stand */
export function composed(random: (most: number) => number, count: number): { readonly text: string; readonly tokens: readonly { readonly start: number; readonly end: number }[] } {
  let text = '';
  const tokens: { start: number; end: number }[] = [];
  for (let made = 0; made < count; made += 1) {
    const token = TOKENS[random(TOKENS.length)] ?? '';
    tokens.push({ start: text.length, end: text.length + token.length });
    text += token + (BETWEEN[random(BETWEEN.length)] ?? '');
  }
  return { text, tokens };
}
