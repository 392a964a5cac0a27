// Date and source of an article: from the lines around its title, and from what the page says of itself.
import { beforeEach, describe, expect, it } from 'vitest';
import { articleHead } from '../../../shared/page/article-head';
import { blocksIn, type Block } from '../../../shared/page/blocks';

const page = { document, textOf: (text: Text) => text.data };

function head(body: string, meta = '') {
  document.head.innerHTML = meta;
  document.body.innerHTML = body;
  const title = [...blocksIn(page, document.body)].find(({ element }) => element.localName === 'h1') ?? null;
  const isBody = (block: Block) => block.element.closest('#text') !== null;
  return articleHead(page, title, isBody);
}

describe('what stands under a title', () => {
  beforeEach(() => {
    document.head.innerHTML = document.body.innerHTML = '';
  });

  it.each([
    ['发布时间：2026-03-05 09:00　来源：砚溪县行政服务局　浏览次数：128', '2026年3月5日', '砚溪县行政服务局'],
    ['2026年12月18日 09:30 信息来源: 县民政局 【字体：大 中 小】', '2026年12月18日', '县民政局'],
    ['来源：县教育局发布时间：2026/1/2', '2026年1月2日', '县教育局'],
    ['浏览次数：3', '', ''],
  ])('%s', (line, date, source) => {
    expect(head(`<h1>关于某事的通知</h1><div>${line}</div><div id="text"><p>正文</p></div>`)).toEqual({ date, source });
  });

  it('a date of the body is not the article\'s', () => {
    expect(head('<h1>关于某事的通知</h1><div id="text"><p>2019年5月1日起施行。</p></div>').date).toBe('');
  });

  it('where the lines say nothing, the page\'s own word counts; the lines before the title, too', () => {
    expect(head('<h1>关于某事的通知</h1><div id="text"><p>正文</p></div>', '<meta name="PubDate" content="2026-02-01 10:00"><meta name="ContentSource" content="县政府">')).toEqual({ date: '2026年2月1日', source: '县政府' });
    expect(head('<p>首页 &gt; 通知</p><p>2026-04-09</p><h1>关于某事的通知</h1><div id="text"><p>正文</p></div>').date).toBe('2026年4月9日');
  });
});
