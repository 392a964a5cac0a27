// Every rule by which annotated text follows the page. Browsers with real frameworks are in test/browser.
import { beforeEach, describe, expect, it } from 'vitest';
import { createAnnotatedPage, type AnnotatedPage } from '../../support/annotated-page';

let bench: AnnotatedPage;
const { annotate, flush, page, first, wrapperOf } = {
  annotate: (text: Text) => bench.annotate(text),
  flush: () => bench.flush(),
  page: (html: string) => bench.show(html),
  first: (html: string) => bench.show(html)[0] as Text,
  wrapperOf: (text: Text) => text.nextSibling as Element,
};

beforeEach(() => {
  bench = createAnnotatedPage();
});

describe('annotating', () => {
  it('keeps the page’s node in place, emptied, with one wrapper right after it', () => {
    const text = first('<p>农村<b>好</b></p>');
    expect(annotate(text)).toBe(true);
    expect(text.data).toBe('');
    expect(text.parentNode).toBe(bench.root.firstChild);
    expect(wrapperOf(text).outerHTML).toBe(
      '<mingdu-text data-mingdu=""><ruby data-mingdu="">农<rt data-py="x"></rt></ruby><ruby data-mingdu="">村<rt data-py="x"></rt></ruby></mingdu-text>',
    );
    expect(bench.root.textContent).toBe('农村好');
    expect(bench.book.textOf(text)).toBe('农村');
  });

  it('puts back exactly what was there, by clear and by undo', () => {
    const texts = page('<p>农村<b>好</b>吗</p>');
    const html = bench.root.innerHTML;
    for (const text of texts) annotate(text);
    bench.mute(() => bench.mine.clear(texts[0] as Text));
    expect(bench.mine.has(texts[0] as Text)).toBe(false);
    bench.mute(bench.mine.undo);
    expect(bench.root.innerHTML).toBe(html);
    expect(texts.map((text) => text.data)).toEqual(['农村', '好', '吗']);
    expect([...(bench.root.firstChild?.childNodes ?? [])]).toEqual([texts[0], texts[1]?.parentNode, texts[2]]);
  });

  it('keeps what the page wrote into a node of a part that it had taken out', () => {
    const text = first('<p>农村</p>');
    annotate(text);
    bench.root.textContent = '';
    text.data = '新';
    flush();
    expect(text.parentElement?.outerHTML).toBe('<p>新</p>');
  });

  it('fills again in place', () => {
    const text = first('<p>农村</p>');
    annotate(text);
    const wrapper = wrapperOf(text);
    bench.set(text, (inside, data) => inside.replaceChildren(data));
    expect(wrapperOf(text)).toBe(wrapper);
    expect(bench.root.querySelector('ruby')).toBe(null);
  });

  it('refuses where a wrapper cannot stand, and what another owner has', () => {
    for (const html of ['<textarea>字</textarea>', '<select><option>字</option></select>', '<ruby>字<rt>zì</rt></ruby>', '<svg><text>字</text></svg>', '<p contenteditable>字</p>']) {
      expect(annotate(first(html)), html).toBe(false);
    }
    expect(annotate(document.createTextNode('字'))).toBe(false);
    const text = first('<p>字</p>');
    annotate(text);
    expect(bench.book.owner().set(text, () => {})).toBe(false);
  });

  it('refuses a filling that shows other text, and leaves the page as it was', () => {
    const text = first('<p>字</p>');
    expect(() => bench.set(text, (wrapper) => wrapper.append('多'))).toThrow(/exactly the text/);
    expect(bench.root.innerHTML).toBe('<p>字</p>');
  });
});

describe('the page', () => {
  it('writes new text: the wrapper goes, the aid hears of it', () => {
    const text = first('<p>农村</p>');
    annotate(text);
    text.data = '城市';
    flush();
    expect(bench.root.innerHTML).toBe('<p>城市</p>');
    expect(bench.lost).toEqual([text]);
  });

  it('writes empty text', () => {
    const text = first('<p>农村</p>');
    annotate(text);
    text.data = '';
    flush();
    expect(bench.root.innerHTML).toBe('<p></p>');
  });

  it('removes the text: the wrapper goes, the removed node has its text again', () => {
    const text = first('<p>农村<i></i></p>');
    annotate(text);
    text.remove();
    flush();
    expect(bench.root.innerHTML).toBe('<p><i></i></p>');
    expect(text.data).toBe('农村');
    expect(bench.lost).toEqual([]);
  });

  it('removes the wrapper alone: the text comes back', () => {
    const text = first('<p>农村</p>');
    annotate(text);
    wrapperOf(text).remove();
    flush();
    expect(bench.root.innerHTML).toBe('<p>农村</p>');
    expect(bench.lost).toEqual([text]);
  });

  it('moves the text: the wrapper follows', () => {
    const text = first('<p>农村</p><div><b></b></div>');
    annotate(text);
    const wrapper = wrapperOf(text);
    bench.root.querySelector('div')?.prepend(text);
    flush();
    expect(text.nextSibling).toBe(wrapper);
    expect(bench.root.querySelector('p')?.childNodes.length).toBe(0);
    expect(bench.root.querySelector('div')?.firstChild).toBe(text);
  });

  it('puts something between text and wrapper: the wrapper follows', () => {
    const text = first('<p>农村</p>');
    annotate(text);
    const added = document.createElement('i');
    text.after(added);
    flush();
    expect(wrapperOf(text).localName).toBe('mingdu-text');
    expect(wrapperOf(text).nextSibling).toBe(added);
  });

  it('splits the emptied text at 0: nothing is lost', () => {
    const text = first('<p>农村</p>');
    annotate(text);
    const rest = text.splitText(0);
    flush();
    expect(bench.root.innerHTML).toBe('<p>农村</p>');
    expect(rest.data).toBe('农村');
  });

  it('appends to the emptied text: what it wrote counts', () => {
    const text = first('<p>农村</p>');
    annotate(text);
    text.appendData('字');
    flush();
    expect(bench.root.innerHTML).toBe('<p>字</p>');
    expect(bench.lost).toEqual([text]);
  });

  it('normalizes: the text is put back into its place', () => {
    const texts = page('<p>农村<b>好</b>吗</p>');
    for (const text of texts) annotate(text);
    bench.root.normalize();
    flush();
    expect(bench.root.innerHTML).toBe('<p>农村<b>好</b>吗</p>');
    expect(texts.every((text) => text.isConnected)).toBe(true);
    expect(bench.lost).toEqual(texts);
  });

  it('normalizes and removes in one go: the removed part is whole', () => {
    const text = first('<p>农村</p>');
    annotate(text);
    const paragraph = bench.root.firstChild as Element;
    bench.root.normalize();
    paragraph.remove();
    flush();
    expect(paragraph.outerHTML).toBe('<p>农村</p>');
    expect(paragraph.firstChild).toBe(text);
  });

  it('removes a whole part: nothing of ours stays in it', () => {
    const texts = page('<section><p>农村<b>好</b></p></section>');
    for (const text of texts) annotate(text);
    const section = bench.root.firstChild as Element;
    section.remove();
    flush();
    expect(section.outerHTML).toBe('<section><p>农村<b>好</b></p></section>');
  });

  it('moves a whole part: its annotations stay', () => {
    const texts = page('<section><p>农村</p></section><div></div>');
    annotate(texts[0] as Text);
    bench.root.querySelector('div')?.append(bench.root.querySelector('p') as Element);
    flush();
    expect(bench.root.querySelectorAll('mingdu-text').length).toBe(1);
    expect(bench.mine.has(texts[0] as Text)).toBe(true);
  });

  it('moves a whole part into an editor: nothing of ours goes with it', () => {
    const text = first('<p><b>农村</b></p><div contenteditable></div>');
    annotate(text);
    bench.root.querySelector('div')?.append(bench.root.querySelector('p') as Element);
    flush();
    expect(bench.root.innerHTML).toBe('<div contenteditable=""><p><b>农村</b></p></div>');
    expect(bench.root.querySelector('b')?.firstChild).toBe(text);
  });

  it('sorts all child nodes anew', () => {
    const texts = page('<p>甲<i>一</i>乙</p>');
    for (const text of texts) annotate(text);
    const paragraph = bench.root.firstChild as Element;
    const [a, i, b] = [texts[0], texts[1]?.parentNode, texts[2]] as [Text, Node, Text];
    paragraph.append(b, i, a);
    flush();
    expect(paragraph.textContent).toBe('乙一甲');
    bench.mute(bench.mine.undo);
    expect(paragraph.innerHTML).toBe('乙<i>一</i>甲');
  });

  it('clones a node: the copy is plain, in one text node', () => {
    const text = first('<p>农村</p>');
    annotate(text);
    const copy = (bench.root.firstChild as Element).cloneNode(true) as Element;
    bench.root.append(copy);
    const restored = flush();
    expect(copy.outerHTML).toBe('<p>农村</p>');
    expect(copy.childNodes.length).toBe(1);
    expect(restored).toEqual([copy.firstChild]);
    expect(bench.lost).toEqual([copy.firstChild]);
    expect(bench.mine.has(text)).toBe(true);
  });

  it('copies innerHTML: the copy is plain', () => {
    const text = first('<p>农<b>村</b></p><div></div>');
    annotate(text);
    const div = bench.root.querySelector('div') as Element;
    div.innerHTML = bench.root.querySelector('p')?.innerHTML ?? '';
    flush();
    expect(div.innerHTML).toBe('农<b>村</b>');
  });

  it('pastes a ruby without its wrapper', () => {
    annotate(first('<p>农村</p>'));
    const div = document.createElement('div');
    div.innerHTML = '在<ruby data-mingdu="">农<rt data-py="nóng"></rt></ruby>村';
    bench.root.append(div);
    flush();
    expect(div.innerHTML).toBe('在农村');
  });

  it('writes into our rubies (a converter of characters): its text counts', () => {
    const text = first('<p>农村</p>');
    annotate(text);
    (bench.root.querySelector('ruby')?.firstChild as Text).data = '農';
    flush();
    expect(bench.root.innerHTML).toBe('<p>農村</p>');
    expect(text.data).toBe('農村');
  });

  it('puts an element into our rubies (a highlighter): it stays, the wrapper goes', () => {
    const text = first('<p>农村好</p>');
    annotate(text);
    const ruby = bench.root.querySelectorAll('ruby')[1] as Element;
    const mark = document.createElement('mark');
    mark.append(ruby.firstChild as Node);
    ruby.prepend(mark);
    flush();
    expect(bench.root.innerHTML).toBe('<p>农<mark>村</mark>好</p>');
  });
});

it('keeps step with 20,000 texts without a sweep for each record', () => {
  const texts = page(Array.from({ length: 20_000 }, (_, at) => `<p>字${at}</p>`).join(''));
  bench.mute(() => texts.forEach((text) => bench.mine.set(text, () => {})));
  const began = performance.now();
  for (const text of texts.slice(0, 500)) {
    text.data = '新';
    flush();
  }
  expect(performance.now() - began).toBeLessThan(2000);
});
