// How the characters are read that normalisation makes, where no text around them tells: for voices that take readings. Tones are the
// dictionary's. Not for characters of the page: theirs come from readings/.

const ROWS = `
零líng 一yī 二èr 两liǎng 三sān 四sì 五wǔ 六liù 七qī 八bā 九jiǔ 幺yāo 十shí 百bǎi 千qiān 万wàn 亿yì 点diǎn 分fēn 之zhī 至zhì 到dào 负fù 正zhèng 比bǐ 乘chéng 减jiǎn 加jiā
等děng 于yú 大dà 小xiǎo 不bù 约yuē 每měi 或huò 和hé 转zhuǎn 杠gàng 号hào 编biān 年nián 月yuè 日rì 时shí 秒miǎo 钟zhōng 元yuán 角jiǎo 美měi 欧ōu 度dù 摄shè 氏shì 华huá 下xià
平píng 方fāng 立lì 公gōng 里lǐ 厘lí 毫háo 微wēi 米mǐ 顷qǐng 斤jīn 克kè 吨dūn 升shēng 瓦wǎ 伏fú 赫hè 兹zī 兆zhào 吉jí 贝bèi 帕pà 汞gǒng 柱zhù 的de 网wǎng 址zhǐ 邮yóu 箱xiāng
共gòng 对duì 勾gōu 叉chā 第dì
标biāo 题tí 链liàn 接jiē 按àn 钮niǔ 输shū 入rù 框kuàng 选xuǎn 择zé 复fù 图tú 片piàn 密mì 码mǎ 菜cài 单dān 项xiàng 签qiān 页yè 上shàng 传chuán 文wén 件jiàn 架jià 表biǎo 格gé 列liè
`;

/** One character, one reading (NFC, tone mark). */
export const PLAIN_READINGS: ReadonlyMap<string, string> = new Map(ROWS.trim().split(/\s+/).map((row) => [row.charAt(0), row.slice(1).normalize('NFC')]));
