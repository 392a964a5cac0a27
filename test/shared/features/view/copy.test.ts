// The copy of an article's body: what becomes of old markup. What a browser decides (sizes, pictures, styles) is in test/browser/article-view.test.ts.
import { describe, expect, it } from 'vitest';
import { copyBody } from '../../../../shared/features/view/copy';
import { headingsOf, minutesFor } from '../../../../shared/features/view/draw';

function copied(html: string, leaves = ''): string {
  const top = document.createElement('div');
  document.body.replaceChildren(top);
  top.innerHTML = html;
  const texts = document.createTreeWalker(top, 4);
  const keeps = new Set<Text>();
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if ((node as Text).data.trim() && !(leaves && node.parentElement?.closest(leaves))) keeps.add(node as Text);
  }
  const into = document.createElement('div');
  const named = (name: string) => (element: Element) => Object.assign(document.createElement('button'), { textContent: `${name} ${element.localName}` });
  copyBody({ page: { document, textOf: (text) => text.data }, keeps, tableName: '表格', picture: () => null, elsewhere: named('elsewhere'), press: () => document.createElement('button') }, top, into);
  return into.innerHTML;
}

describe('the copy of a body', () => {
  it.each([
    ['indented paragraphs lose the spaces they are indented by', '<p>　　甲</p><p>&nbsp;&nbsp;乙　</p><p>　</p>', '<p>甲</p><p>乙</p>'],
    ['line breaks end paragraphs, within a phrase they break', '甲<br><br>　　乙<br><b>丙<br>丁</b>', '<p>甲</p><p>乙</p><p><b>丙<br>丁</b></p>'],
    ['boxes in boxes are paragraphs, wrappers go', '<div><div><font color="red">甲</font><span>乙</span></div>丙</div>', '<p>甲乙</p><p>丙</p>'],
    ['numbered lines are headings', '<p>一、总则</p><p>（一）目的</p><p>为了群众。</p>', '<h2>一、总则</h2><h3>（一）目的</h3><p>为了群众。</p>'],
    ['the page\'s own headings keep their order below the title', '<h4>甲</h4><h5>乙</h5><p>丙</p>', '<h2>甲</h2><h3>乙</h3><p>丙</p>'],
    ['what is not of the body stays out', '<p>甲</p><p class="x">分享到</p><ul class="x"><li>乙</li></ul>', '<p>甲</p>'],
    ['lists stay lists', '<ul><li>甲</li><li><p>乙</p></li></ul><ol start="3"><li>丙</li></ol>', '<ul><li>甲</li><li>乙</li></ul><ol start="3"><li>丙</li></ol>'],
    ['paragraphs right in a list are paragraphs', '<ul><p>甲</p><p>乙</p></ul>', '<p>甲</p><p>乙</p>'],
    ['a page laid out in cells is laid out anew', '<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>', '<p>甲</p><p>乙</p>'],
    ['scripts, styles and attributes stay behind', '<p onclick="x()" style="color:red" class="a">甲<script>1</script><style>p{}</style></p>', '<p>甲</p>'],
    ['a page\'s own readings are not doubled', '<p><ruby>汉<rt>hàn</rt></ruby>字</p>', '<p>汉字</p>'],
  ])('%s', (_, html, wanted) => expect(copied(html, '.x')).toBe(wanted));

  it('a table of facts is whole, in a box that scrolls by itself', () => {
    expect(copied('<table class="a"><caption>表1</caption><thead><tr><th scope="col" colspan="2">甲</th></tr></thead><tr><td rowspan="2">乙</td><td>1</td></tr><tr><td>2</td></tr></table>')).toBe(
      '<div class="table" tabindex="0" role="region" aria-label="表1"><table><caption>表1</caption><tbody><tr><th colspan="2" scope="col">甲</th></tr><tr><td rowspan="2">乙</td><td>1</td></tr><tr><td>2</td></tr></tbody></table></div>'.replace('<tbody>', '').replace('</tbody>', ''),
    );
  });

  it('links lead where they led, and only to addresses', () => {
    expect(copied('<p><a href="/files/a.pdf" target="_blank" onclick="track()">附件</a><a href="javascript:go()">办理</a><a name="x">丙</a></p>')).toBe(
      `<p><a href="${new URL('/files/a.pdf', document.baseURI).href}" target="_blank" rel="noopener">附件</a><button>办理</button><span>丙</span></p>`,
    );
  });
});

describe('around the body', () => {
  it('contents are made of three headings and more, and the time is told in whole minutes', () => {
    const body = document.createElement('div');
    body.innerHTML = '<h2>一、甲</h2><h3>（一）乙</h3><p>丙</p>';
    expect(headingsOf(body)).toEqual([]);
    body.insertAdjacentHTML('beforeend', '<h2>二、丁</h2>');
    expect(headingsOf(body).map((one) => one.textContent)).toEqual(['一、甲', '（一）乙', '二、丁']);
    expect([minutesFor('字'), minutesFor('字'.repeat(900)), minutesFor('a'.repeat(9000))]).toEqual([1, 3, 1]);
  });
});
