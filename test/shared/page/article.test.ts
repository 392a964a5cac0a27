// @vitest-environment jsdom
// Where the article is on pages like those of government portals, and what around it is not read.
import { expect, it } from 'vitest';
import { findArticle, type Article } from '../../../shared/page/article';

const page = { document, textOf: (text: Text) => text.data };
const PROSE = '为进一步做好养老服务工作，切实保障老年人的合法权益，根据有关规定，现将有关事项通知如下，请认真贯彻执行。';
const read = (html: string, title = ''): Article => {
  document.title = title;
  document.body.innerHTML = html;
  const steps = findArticle(page);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
};
const texts = (html: string, title = '') => read(html, title).blocks.map(({ text }) => text.trim());

it('leaves out navigation, crumbs, dates, neighbours, imprint and what is hidden', () => {
  const html = `
    <div class="head"><a href="#">首页</a> <a href="#">新闻</a></div>
    <div class="crumb">当前位置：<a href="#">首页</a>&gt;<a href="#">通知公告</a></div>
    <div class="main">
      <div class="bt">关于做好养老服务工作的通知</div>
      <div class="xx">发布时间：2024-01-02 来源：办公室 字体：<a href="#">大</a> <a href="#">小</a></div>
      <div class="zw"><p>各区县民政局：</p><p>${PROSE}</p><p>${PROSE}</p><p>附件：<a href="a.doc">申请表.doc</a></p><p style="display:none">${PROSE}</p></div>
      <div>上一篇：<a href="#">另一个通知的标题</a></div>
    </div>
    <div class="side"><ul><li><a href="#">相关新闻标题一二三四</a></li><li><a href="#">相关新闻标题五六七八</a></li></ul></div>
    <div class="foot">版权所有：某某市民政局 备案号：某ICP备00000000号</div>`;
  expect(texts(html, '关于做好养老服务工作的通知-某某市民政局')).toEqual(['关于做好养老服务工作的通知', '各区县民政局：', PROSE, PROSE, '附件：申请表.doc']);
});

it('reads paragraphs that are parted by breaks only, in nested tables', () => {
  const html = `<table><tr><td><a href="#">机构</a></td></tr><tr><td><table><tr><td><font>${PROSE}<br><br>${PROSE}</font></td></tr></table></td></tr></table>`;
  expect(texts(html)).toEqual([`${PROSE}\n\n${PROSE}`]);
});

it('a page that is one form is still read', () => {
  expect(texts(`<form><div><p>${PROSE}</p><p>${PROSE}</p></div></form>`)).toEqual([PROSE, PROSE]);
});

it('a list page has no article: its main part is read without lists of links', () => {
  const list = Array.from({ length: 30 }, (_, at) => `<li><a href="#">第${at}号通知公告的标题文字</a><span>2024-01-02</span></li>`).join('');
  const { isArticle, blocks } = read(`<div>本栏目公开各类通知公告，供社会公众查阅和监督，如有意见或者建议，欢迎提出宝贵意见。</div><ul>${list}</ul>`);
  expect(isArticle).toBe(false);
  expect(blocks.length).toBe(1);
});

it('a form that has nothing to fill in is no form: some systems put each article into one', () => {
  const menu = `<ul>${Array.from({ length: 20 }, (_, at) => `<li><a href="#">第${at}个栏目</a></li>`).join('')}</ul>`;
  const notice = `<form><input type="hidden" name="x"><h2>关于公布笔试时间的通知（一）</h2><p>各位考生：</p><p>因故改为线上笔试，时间为上午十点至十一点半。</p><p>2022年10月31日</p></form>`;
  expect(texts(`${menu}${notice}`, '关于公布笔试时间的通知（一）-某某大学')).toEqual(['关于公布笔试时间的通知（一）', '各位考生：', '因故改为线上笔试，时间为上午十点至十一点半。', '2022年10月31日']);
  expect(texts(`<form><p>${PROSE}</p><input></form><div><p>${PROSE}</p><p>${PROSE}</p></div>`)).toEqual([PROSE, PROSE]);
});

it('a sentence that begins like a button is read', () => {
  const sentence = '返回原籍的人员应当主动向社区报告，并且配合做好登记工作。';
  expect(texts(`<div><p>${PROSE}</p><p>${sentence}</p><p>返回列表</p></div>`)).toEqual([PROSE, sentence]);
});

it('ends where other pages are recommended, and not at such a heading in its first half', () => {
  const tail = `<h4>推荐阅读</h4><p>${PROSE}</p>`;
  expect(texts(`<div><p>${PROSE}</p><p>${PROSE}</p><p>（责编：某某）</p>${tail}</div>`)).toEqual([PROSE, PROSE, '（责编：某某）']);
  expect(texts(`<div><p>导语。</p><h4>更多内容</h4><p>${PROSE}</p><p>${PROSE}</p></div>`)).toEqual(['导语。', '更多内容', PROSE, PROSE]);
});

it('keeps a link that stands by itself between paragraphs, but no row of page numbers', () => {
  const link = '<p><a href="#">https://example.gov.cn/</a></p>';
  const turner = '<p><a href="#">【1】</a><a href="#">【2】</a></p>';
  expect(texts(`<div><p>${PROSE}</p>${link}<p>${PROSE}</p>${turner}<p>（责编：某某）</p></div>`)).toEqual([PROSE, 'https://example.gov.cn/', PROSE, '（责编：某某）']);
});

it('of a list page neither edges nor repeated cells are read', () => {
  const rows = Array.from({ length: 9 }, (_, at) => `<tr><td><a href="#">第${at}封来信的标题文字</a></td><td>已经处理</td></tr>`).join('');
  const head = '<div class="head-top">2024年01月02日 星期二</div><div id="page_footer"><p>某某市人民政府主管某某单位</p></div>';
  expect(texts(`${head}<p>本栏目公开来信的办理情况，欢迎提出宝贵意见，我们及时回复。</p><table>${rows}</table>`)).toEqual(['本栏目公开来信的办理情况，欢迎提出宝贵意见，我们及时回复。', '已经处理']);
});

it('an empty page has nothing', () => expect(read('').blocks).toEqual([]));

it('the element that the site names is the article: before what would be found, with its title, in whatever it lies, and with links alone', () => {
  const readHinted = (html: string, article: string): Article => {
    document.title = '关于供暖的通知';
    document.body.innerHTML = html;
    const steps = findArticle({ ...page, hints: { article } });
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    return step.value;
  };
  const html = `<div class="long">${`<p>${PROSE}</p>`.repeat(6)}</div><aside><div class="words"><h2>关于供暖的通知</h2><p>${PROSE}</p></div></aside><ul class="list"><li><a href="#">关于道路的通知</a></li><li><a href="#">关于水费的通知</a></li></ul><div class="none"></div>`;
  const told = readHinted(html, '.words');
  expect([told.isArticle, told.title?.text, told.blocks.map(({ text }) => text), told.top.className]).toEqual([true, '关于供暖的通知', ['关于供暖的通知', PROSE], 'words']);
  expect(readHinted(html, '.list').blocks.map(({ text }) => text)).toEqual(['关于道路的通知', '关于水费的通知']);
  // What is empty, ours or not there is no article: then it is looked for.
  for (const selector of ['.none', '.missing', '']) expect(readHinted(html, selector).top.className).toBe('long');
});
