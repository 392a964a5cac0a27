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

it('an empty page has nothing', () => expect(read('').blocks).toEqual([]));
