// The pages that the bench measures on, made to a size. Not for serving them (measure.mjs).

const SENTENCES = ['各乡镇人民政府要按照要求做好困难群众的生活保障工作，', '补贴标准由县财政局会同民政局另行公布。', '申请人应当如实提供材料，不得隐瞒；', '重点核查长期供养人员的银行账户，率先完成的单位予以表彰。'];

/** A page of about `characters` Han characters in paragraphs of four sentences. */
function textPage(characters) {
  const paragraph = SENTENCES.join('');
  const count = Math.max(1, Math.round(characters / paragraph.length));
  return page(Array.from({ length: count }, (_, i) => `<p>（${i + 1}）${paragraph}</p>`).join('\n'));
}

/** A table page in quirks mode with about `elements` elements, as old portals have them. */
function tablePage(elements) {
  const row = (i) => `<tr><td width="120" bgcolor="#eef"><font size="2">第${i}项</font></td><td><a href="#">关于${i}号事项的公告</a><span style="color:#666">[10-12]</span></td></tr>`;
  const rows = Array.from({ length: Math.round(elements / 6) }, (_, i) => row(i));
  return page(`<table width="1000" align="center">${rows.join('')}</table>`, '');
}

/** Cards with classes, generated content, gradients, transitions and drawings, about `elements` elements, as new portals have them. */
function cardPage(elements) {
  const css = `*,*::before,*::after{box-sizing:border-box}.card{margin:8px;padding:12px;background:#fff;border:1px solid #dde;border-radius:6px;box-shadow:0 1px 4px #0002;transition:box-shadow .2s,transform .2s}
.card:hover{box-shadow:0 4px 12px #0003}.card::after{content:'';display:table;clear:both}.head{display:flex;gap:8px;background:linear-gradient(90deg,#eef4ff,#fff)}.head::before{content:'';width:4px;height:16px;background:#06c}
.tag{padding:0 6px;background:#e8f3ff;color:#06c;font-size:12px}.tag::after{content:'·';opacity:.5}.card a{color:#222;text-decoration:none;transition:color .3s}.card a:hover{color:#06c}.meta{color:#999;font-size:12px}
.meta i{display:inline-block;width:12px;height:12px;background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='12' height='12'%3E%3Ccircle cx='6' cy='6' r='5' fill='%23999'/%3E%3C/svg%3E")}
.card button{border:0;background:#06c;color:#fff;transition:background-color .2s}.card li:nth-child(even){background:#fafafa}`;
  const card = (i) => `<article class="card"><header class="head"><span class="tag">公告</span><h3><a href="#${i}">关于${i}号事项的公告</a></h3></header><p>${SENTENCES[i % 4]}</p><ul><li>补贴标准</li><li>申请材料</li><li>办理地点</li></ul><footer class="meta"><i></i><span>10-12</span><b>财政局</b><button>查看</button><svg width="12" height="12"><path d="M2 2h8v8H2z"/></svg></footer></article>`;
  return page(Array.from({ length: Math.round(elements / 17) }, (_, i) => card(i)).join(''), '<!doctype html>', css);
}

/** An article as portals print it: bars, crumbs, a table of facts, and about `characters` Han characters with line heights of their own. */
function articlePage(characters) {
  const css = `ul{margin:0;padding:0;list-style:none}.bar{height:42px;background:#06c;color:#fff}.bar li{float:left;padding:0 22px;line-height:42px}.wrap{width:1000px;margin:0 auto}
.side{float:left;width:220px}.main{margin-left:250px;font:16px/2 sans-serif}.main p{text-indent:2em}h1{font-size:24px;text-align:center}table{border-collapse:collapse}td{border:1px solid #999;padding:4px 8px}`;
  const names = ['首页', '政务公开', '政策解读', '办事服务', '互动交流', '走进本县'];
  const list = (items) => `<ul>${items.map((name) => `<li><a href="#">${name}</a></li>`).join('')}</ul>`;
  const paragraph = SENTENCES.join('');
  const paragraphs = Array.from({ length: Math.round(characters / paragraph.length) }, (_, i) => `<p>${i + 1}．${paragraph.slice(0, 30)}<b>${paragraph.slice(30, 44)}</b>${paragraph.slice(44)}</p>`);
  const facts = ['发布机构', '文号', '主题分类', '成文日期'].map((name) => `<tr><td>${name}</td><td>县民政局</td></tr>`).join('');
  return page(`<div class="bar">${list(names)}</div><div class="wrap"><div class="side">${list(SENTENCES)}</div><div class="main"><h1>关于做好困难群众救助工作的通知</h1><table>${facts}</table>${paragraphs.join('')}</div></div>`, '<!doctype html>', css);
}

function page(body, doctype = '<!doctype html>', css = '') {
  return `${doctype}<html lang="zh-CN"><head><meta charset="utf-8"><title>量</title><style>body{font:14px/1.6 sans-serif}p{margin:8px 0}${css}</style></head><body>${body}<script src="/mingdu/mingdu.js" data-launcher="off"></script></body></html>`;
}

/** Makes a page of a kind and size; by default a table. */
export const pageOf = (kind, size) => ({ text: textPage, cards: cardPage, article: articlePage }[kind] ?? tablePage)(size);
