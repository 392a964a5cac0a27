// Scripts that go through all text nodes, work with ranges, or hold what an element had, and meet ours beside the page's own. The other rules are in annotations.test.ts.
import { beforeEach, describe, expect, it } from 'vitest';
import { createAnnotatedPage, type AnnotatedPage } from '../../support/annotated-page';

let bench: AnnotatedPage;

beforeEach(() => {
  bench = createAnnotatedPage();
});

/** A page with all its texts annotated. */
function annotated(html: string): Text[] {
  const texts = bench.show(html);
  for (const text of texts) bench.annotate(text);
  return texts;
}

function walk(run: (text: Text) => void): void {
  const walker = document.createTreeWalker(bench.root, 4 /* SHOW_TEXT */);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  texts.forEach(run);
}

describe('a script that goes through all text nodes', () => {
  it('writes each back as it was: nothing is lost', () => {
    annotated('<p>农村<b>好</b>吗</p>');
    walk((text) => {
      text.data = `${text.data}`;
    });
    bench.flush();
    expect(bench.root.innerHTML).toBe('<p>农村<b>好</b>吗</p>');
  });

  it('exchanges characters: what it wrote counts, in the page’s own nodes', () => {
    const texts = annotated('<p>农村<b>好</b></p>');
    walk((text) => {
      text.data = text.data.replace('农', '山');
    });
    bench.flush();
    expect(bench.root.innerHTML).toBe('<p>山村<b>好</b></p>');
    expect(texts.map((text) => text.data)).toEqual(['山村', '好']);
  });

  it('takes all away: none comes back', () => {
    annotated('<p>农村<b>好</b></p>');
    walk((text) => text.remove());
    bench.flush();
    expect(bench.root.innerHTML).toBe('<p><b></b></p>');
  });

  it('empties the page’s own node alone: the text is gone', () => {
    const [text] = annotated('<p>农村</p>');
    if (text) text.data = '';
    bench.flush();
    expect(bench.root.innerHTML).toBe('<p></p>');
  });
});

describe('a script that works with a range', () => {
  /** From inside one text to inside another, by the nodes that a walker finds. */
  function stretch(): Range {
    const [before, after] = [...bench.root.querySelectorAll('ruby')].filter((ruby) => /村|好/.test(ruby.textContent ?? ''));
    const range = document.createRange();
    range.setStart(before?.firstChild as Node, 0);
    range.setEnd(after?.firstChild as Node, 1);
    return range;
  }

  it('deletes across two texts: what is left of the second stays', () => {
    const texts = annotated('<p>农村<i>很</i>好吗</p>');
    stretch().deleteContents();
    bench.flush();
    expect(bench.root.innerHTML).toBe('<p>农吗</p>');
    expect(texts[2]?.data).toBe('吗');
  });

  it('takes out across two texts and puts it back elsewhere: all is in its order and nothing of ours is left', () => {
    annotated('<p>农村<i>很</i>好吗</p>');
    const range = stretch();
    const mark = document.createElement('mark');
    mark.append(range.extractContents());
    bench.root.append(mark);
    bench.flush();
    expect(bench.root.textContent).toBe('农吗村很好');
    bench.mine.undo();
    expect(bench.root.innerHTML).toBe('<p>农吗</p><mark>村<i>很</i>好</mark>');
  });

  it('takes a reading out without its character: it is not left as an element of the page', () => {
    annotated('<p>农村</p>');
    const range = document.createRange();
    range.setStart(bench.root.querySelector('ruby')?.firstChild as Node, 1);
    range.setEnd(bench.root.querySelector('ruby') as Node, 2);
    const mark = document.createElement('mark');
    mark.append(range.extractContents());
    range.insertNode(mark);
    bench.flush();
    expect(bench.root.innerHTML.replace(/<mark><\/mark>/, '|')).toBe('<p>农|村</p>');
  });
});

it('a text that is put into a field is whole there', () => {
  const [text] = annotated('<p>农村</p><textarea></textarea>');
  const field = bench.root.querySelector('textarea') as HTMLTextAreaElement;
  field.append(text as Text);
  bench.flush();
  expect(field.value).toBe('农村');
  expect(field.childNodes.length).toBe(1);
});

describe('a script that holds what an element had', () => {
  it('takes out all that an element holds and puts it in again later: each text is there once', () => {
    const [text] = annotated('<p>农村<b></b></p>');
    const paragraph = bench.root.querySelector('p') as Element;
    const held = [...paragraph.childNodes];
    paragraph.replaceChildren();
    bench.flush();
    paragraph.append(...held);
    bench.flush();
    expect(paragraph.innerHTML).toBe('农村<b></b>');
    expect(paragraph.firstChild).toBe(text);
  });

  it('takes it out one by one, and hears what it did in between: each text is there once', () => {
    const [text] = annotated('<p>农村<b></b></p>');
    const paragraph = bench.root.querySelector('p') as Element;
    const fragment = document.createDocumentFragment();
    for (const node of [...paragraph.childNodes]) {
      fragment.append(node);
      bench.flush();
    }
    paragraph.append(fragment);
    bench.flush();
    expect(paragraph.innerHTML).toBe('农村<b></b>');
    expect(paragraph.firstChild).toBe(text);
  });
});
