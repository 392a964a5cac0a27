// Overrides by rules of USER origin: marks instead of inline styles, one owner after another, and nothing left.
import { beforeEach, describe, expect, it } from 'vitest';
import { createInlineStyles } from '../../../shared/dom/inline-styles';
import { createUserStyles } from '../../../shared/dom/user-styles';

const HTML = '<p id="one" style="font-size:12px!important;"></p><p id="two"></p>';
let sheets: string[];
let isOpen: boolean;
const [first, second] = [{}, {}];
const find = (id: string) => document.getElementById(id) as HTMLElement;
const make = () =>
  createUserStyles({
    document,
    inline: createInlineStyles(),
    mute: (run) => run(),
    work: () => undefined,
    styles: {
      async insert(css) {
        if (!isOpen) throw new Error('no leave');
        sheets.push(css);
      },
      async remove(css) {
        sheets = sheets.filter((one) => one !== css);
      },
    },
  });
const settled = () => new Promise((resolve) => setTimeout(resolve, 2));
/** What the rules say of an element. */
const said = (id: string) =>
  (find(id).getAttribute('data-mingdu-x-user') ?? '').split(' ').map((name) => new RegExp(`"${name}"\\]{([^}]*)}`).exec(sheets.join(''))?.[1]);

beforeEach(() => {
  document.body.innerHTML = HTML;
  sheets = [];
  isOpen = true;
});

describe('overrides of USER origin', () => {
  it('mark elements, in one sheet a task, and leave their style alone', async () => {
    const styles = make();
    styles.set(first, find('one'), 'font-size', '24px');
    styles.set(first, find('one'), 'color', 'red');
    styles.set(first, find('two'), 'color', 'red');
    expect(styles.coming()).not.toBeNull();
    await styles.coming();
    expect(styles.coming()).toBeNull();
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toMatch(/^@media screen{/);
    expect([said('one'), said('two')]).toEqual([['font-size:24px!important', 'color:red!important'], ['color:red!important']]);
    expect(find('one').getAttribute('style')).toBe('font-size:12px!important;');
    styles.undo(first);
    await settled();
    expect(sheets).toEqual([]);
    expect(document.body.innerHTML).toBe(HTML);
  });

  it('of two owners the later one holds, until it ends', async () => {
    const styles = make();
    styles.set(first, find('one'), 'line-height', '2');
    styles.set(second, find('one'), 'line-height', '3');
    await settled();
    expect(said('one')).toEqual(['line-height:3!important']);
    styles.undo(second);
    expect(said('one')).toEqual(['line-height:2!important']);
    styles.set(first, find('one'), 'line-height', null);
    expect(document.body.innerHTML).toBe(HTML);
  });

  it('leave nothing when all ends before the rules are there, nor on copies of the page’s', async () => {
    const styles = make();
    styles.set(first, find('one'), 'color', 'red');
    await settled();
    document.body.append(find('one').cloneNode());
    styles.set(first, find('two'), 'color', 'blue');
    styles.undo(first);
    await settled();
    expect(sheets).toEqual([]);
    expect(document.body.innerHTML).not.toMatch(/mingdu/);
  });

  it('go inline in shadow trees, and everywhere once the browser refuses', async () => {
    const styles = make();
    const inner = find('two').attachShadow({ mode: 'open' }).appendChild(document.createElement('b'));
    styles.set(first, inner, 'color', 'red');
    expect(inner.getAttribute('style')).toMatch(/color: red/);
    isOpen = false;
    styles.set(first, find('one'), 'color', 'red');
    await settled();
    expect(find('one').getAttribute('style')).toMatch(/color: red/);
    expect(find('one').hasAttribute('data-mingdu-x-user')).toBe(false);
    styles.undo(first);
    expect(document.body.innerHTML).toBe(HTML);
    expect(inner.hasAttribute('style')).toBe(false);
  });
});
