// The parts of making room that need no layout: what carries text, what is a table of data, how wide a label is.
import { afterEach, describe, expect, it } from 'vitest';
import { carriersIn, flatParent } from '../../../../shared/typography/carriers';
import { labelEm } from '../../../../shared/typography/controls';
import { REMEDY_MARKS, roomRule } from '../../../../shared/typography/room-rules';
import { createRestyled } from '../../../../shared/typography/restyled';
import { isDataTable } from '../../../../shared/typography/data-table';

const dataOf = (text: Text) => text.data;
const show = (html: string): HTMLElement => {
  document.body.innerHTML = html;
  return document.body;
};
afterEach(() => document.body.replaceChildren());

describe('what carries text', () => {
  const names = (html: string) => carriersIn(show(html), dataOf).map((element) => element.localName);

  it('is what holds text of its own, not what holds only elements', () => {
    expect(names('<div><p>字<b>粗</b></p> <section> <i></i> </section></div>')).toEqual(['p', 'b']);
  });

  it('is every control, also without text', () => {
    expect(names('<input><select><option>一</option></select><button></button><textarea></textarea>')).toEqual([
      'input', 'select', 'option', 'button', 'textarea',
    ]);
  });

  it('is not what is never drawn, nor what is ours', () => {
    expect(names('<script>1</script><style>a{}</style><noscript>无</noscript><template>字</template><div data-mingdu>我们的</div><svg><text>图</text></svg>')).toEqual([]);
  });

  it('is a region that wants to be left alone, though it hold no text: its size must be written down', () => {
    expect(names('<div data-mingdu-skip><p>字</p></div>')).toEqual(['div', 'p']);
  });

  it('is an element whose text is emptied for pinyin', () => {
    show('<p></p>');
    const text = document.querySelector('p')?.appendChild(document.createTextNode(''));
    expect(carriersIn(document.body, (one) => (one === text ? '原来的字' : one.data))).toHaveLength(1);
  });

  it('is the host of a shadow root with text at its top', () => {
    const host = show('<div></div>').firstElementChild as HTMLElement;
    const root = host.attachShadow({ mode: 'open' });
    root.append('字');
    expect(carriersIn(root, dataOf)).toEqual([host]);
  });
});

it('inherits through the slot, not through the parent', () => {
  const host = show('<div><p>字</p></div>').firstElementChild as HTMLElement;
  const slot = document.createElement('slot');
  host.attachShadow({ mode: 'open' }).append(slot);
  expect(flatParent(host.children[0] as Element)).toBe(slot);
  expect(flatParent(slot)).toBe(host);
});

describe('a table of data', () => {
  const table = (html: string) => isDataTable(show(`<table>${html}</table>`).firstElementChild as HTMLTableElement);
  const row = '<tr><td>1</td><td>2</td><td>3</td></tr>';

  it('has th or caption, or three rows of three short cells', () => {
    expect(table('<tr><th>甲</th></tr>')).toBe(true);
    expect(table('<caption>表</caption><tr><td>一</td></tr>')).toBe(true);
    expect(table(row + row + row)).toBe(true);
  });

  it('is not a table that only lays out, also when one of data lies in it', () => {
    expect(table(`<tr><td>${'长'.repeat(30)}</td><td>二</td></tr>`)).toBe(false);
    expect(table(`<tr><td><table><tr><th>内</th></tr></table></td></tr>`)).toBe(false);
  });
});

it('takes Han characters for one em and others for about half', () => {
  expect(labelEm('查询')).toBe(2);
  expect(labelEm('ab')).toBeCloseTo(1.12);
});

describe('the rules by which boxes give way', () => {
  it('exist for every mark, are important, and never make overflow visible', () => {
    for (const mark of REMEDY_MARKS) {
      const rule = roomRule('size', mark, '36');
      expect(rule, mark).toContain(`data-mingdu-x-size-${mark}="36"`);
      expect(rule, mark).toContain('!important');
      expect(rule, mark).not.toContain('visible');
    }
  });

  it('are none for a mark that nobody knows', () => {
    expect(() => roomRule('size', 'bogus', '')).toThrow(/bogus/);
  });
});

it('looks at an element again when its class or its text style has changed, not when it is moved', () => {
  const box = show('<div class="a" style="left:1px"></div>').firstElementChild as HTMLElement;
  const restyled = createRestyled();
  expect(restyled.isNew(box)).toBe(true);
  box.style.left = '2px';
  expect(restyled.isNew(box)).toBe(false);
  box.className = 'b';
  expect(restyled.isNew(box)).toBe(true);
  box.style.fontSize = '20px';
  expect(restyled.isNew(box)).toBe(true);
});
