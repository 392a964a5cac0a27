// Words and signs of the normalisation, for people who do not program: edit the lists, the rows use them. One pair a line where there are
// pairs; order does not matter. Not for what is done with them (light.ts, full.ts).

// Marked pure, so that a script holds only the lists it uses.
const pairs = (text: string) => new Map(text.trim().split('\n').map((line) => line.trim().split(/\s+/) as [string, string]));
/** Any of the words of a list, the longest first, as a part of a pattern. */
export const anyOf = (words: Iterable<string>) =>
  [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
const list = (text: string) => text.trim().split(/\s+/);

/** Signs of measures that many voices do not know at all. Said wherever they stand. */
export const SIGNS = /* @__PURE__ */ pairs(`
  ㎡ 平方米
  m² 平方米
  m³ 立方米
  ㎥ 立方米
  km² 平方公里
  ㎢ 平方公里
  cm² 平方厘米
  cm³ 立方厘米
  hm² 公顷
  ㎞ 公里
  ㎝ 厘米
  ㎜ 毫米
  ㎎ 毫克
  ㎏ 公斤
  ㎍ 微克
  ㏄ 毫升
  ㎖ 毫升
  ℓ 升
`);

/** Measures in Latin letters. Said only right after a number or "/": 5kg, 80mg/L; 5G and A4 are none. */
export const LATIN_UNITS = /* @__PURE__ */ pairs(`
  km 公里
  cm 厘米
  mm 毫米
  μm 微米
  um 微米
  m 米
  kg 公斤
  g 克
  mg 毫克
  μg 微克
  t 吨
  L 升
  l 升
  mL 毫升
  ml 毫升
  kW 千瓦
  MW 兆瓦
  kWh 千瓦时
  kV 千伏
  V 伏
  Hz 赫兹
  MHz 兆赫
  GHz 吉赫
  dB 分贝
  Pa 帕
  kPa 千帕
  MPa 兆帕
  mmHg 毫米汞柱
  h 小时
  min 分钟
  s 秒
  ha 公顷
`);

/** What is counted by 两, not 二: 2个 is 两个. A 2 before anything else stays 二: 2月, 2号, 2级. */
export const COUNTED = /* @__PURE__ */ list(`
  个 位 次 名 件 户 项 份 张 套 台 辆 家 处 所 座 条 款 种 批 人 岁 类 天 年 周 小时 分钟 秒钟 倍 成 层 架 艘 头 只 双 对 组 支 本 页 段 句 遍 回 趟 场
  届 任 厅 部 村 乡 镇 县 市 省 门 颗 粒 块 片 间 幅 篇 封 枚 根 棵 株 瓶 盒 箱 袋 杯 碗 队 班 米 公里 千米 平方米 平方公里 立方米 公斤 千克 斤 吨 亩 公顷
  升 毫升 元 美元 万元 亿元 千 万 亿 点钟 点半 学期 季 代 股 针 剂 道 口 例 起 宗 笔 摄氏度 度
`);

/** What a price or a rate is told in, before "/": 元/月 is 元每月. */
export const RATED = /* @__PURE__ */ list('元 万元 亿元 角 分 次 人次 人 小时 公里 千米 米 厘米 毫米 克 毫克 微克 千克 公斤 斤 吨 升 毫升 立方米 平方米 千瓦时 度 件 天 户 名 个 学时 课时 公顷 亩 斗');
/** What it is told for, after "/". */
export const PER = /* @__PURE__ */ list(
  '人 月 天 日 年 次 户 亩 吨 公斤 千克 克 斤 升 毫升 立方米 平方米 平方公里 公里 千米 米 小时 分钟 秒 件 套 台 个 生 学期 学年 课时 床 车 辆 场 位 间 张 只 头 股 度 份 季度 季 周 班 期 公顷 株 千瓦时 例 人次 标准课时 百公里',
);

/** Before a number that is a code, so that it is said digit by digit: 邮编410004. */
export const CODES = /* @__PURE__ */ list('标识码 邮编 邮政编码 编号 编码 账号 帐号 卡号 证号 代码 号码 序列号 流水号 受理号 登记号 备案号 许可证 证书号 QQ QQ群 群号 验证码 项目号 案号 户号 工号 学号 准考证号 批号 车牌 单元');
/** Before or around a number that is called. */
export const CALLS = /* @__PURE__ */ list('电话 热线 传真 手机 座机 拨打 致电 专线 联系方式 报警 急救 火警 客服 咨询 举报 投诉 监督 值班 服务台 Tel TEL tel Fax FAX 短信');
/** After a number that counts: then it is no number that is called, whatever comes before. */
export const QUANTITY = '元万亿千个人件户名次位条项家吨亩公米年月日时点分秒天岁号级期页册份张套台%％℃度倍';
