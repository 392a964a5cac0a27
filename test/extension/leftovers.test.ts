// What a copy that was torn away left in a page is taken out of it, and nothing else. That the copy after it works is in the browser tests.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isAbandoned } from '../../extension/alive';
import type { Leftovers } from '../../extension/leftovers';
import { take } from '../../shared/packs/registry';

const PAGE = '<h1 class="a">通知</h1><p id="p" style="color: red">关于农村<b>道路</b>的通知。</p><div id="host"></div>';

async function clear(): Promise<void> {
  await import('../../extension/leftovers');
  (await take<Leftovers>('pack-leftovers', async () => undefined)).clear(document);
}

/** As annotations do: the page's own text node stays, emptied, before our wrapper. */
function annotate(text: Text, html: string): void {
  const wrapper = document.createElement('mingdu-text');
  wrapper.setAttribute('data-mingdu', '');
  wrapper.innerHTML = html;
  wrapper.prepend('');
  text.data = '';
  text.after(wrapper);
}

beforeEach(() => {
  document.body.innerHTML = PAGE;
  document.documentElement.removeAttribute('data-mingdu-x-owner');
  // jsdom has no constructed sheets.
  (document as { adoptedStyleSheets?: unknown }).adoptedStyleSheets = [];
});

describe('leftovers', () => {
  it('gives the page its texts back in its own nodes, and takes marks and interface away', async () => {
    const paragraph = document.getElementById('p') as HTMLElement;
    const before = document.documentElement.outerHTML;
    const text = paragraph.firstChild as Text;
    annotate(text, '关于<ruby data-mingdu="">农<rt data-py="nóng"></rt>村<rt data-py="cūn"></rt></ruby>');
    document.documentElement.setAttribute('data-mingdu-x-owner', 'extension 1.0.0');
    paragraph.setAttribute('data-mingdu-x-size', 's13');
    const stage = document.createElement('div');
    stage.setAttribute('data-mingdu', '');
    stage.attachShadow({ mode: 'open' }).innerHTML = '<div class="interface"></div>';
    document.documentElement.append(stage);
    await clear();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(paragraph.firstChild).toBe(text);
    expect(text.data).toBe('关于农村');
  });

  it('keeps what the page put into an annotation, and readings that the page copied elsewhere are text again', async () => {
    const paragraph = document.getElementById('p') as HTMLElement;
    annotate(paragraph.firstChild as Text, '关<em>于</em>农村');
    const copy = document.createElement('p');
    copy.innerHTML = '<ruby data-mingdu="">路<rt data-py="lù"></rt></ruby>';
    document.body.append(copy);
    await clear();
    expect(paragraph.innerHTML).toBe('关<em>于</em>农村<b>道路</b>的通知。');
    expect(copy.innerHTML).toBe('路');
  });

  it('reaches shadow trees, and leaves the launcher of the site’s own widget', async () => {
    const inner = (document.getElementById('host') as HTMLElement).attachShadow({ mode: 'open' });
    (inner as unknown as { adoptedStyleSheets: unknown }).adoptedStyleSheets = [];
    inner.innerHTML = '<i data-mingdu-x-contrast-size="m">里面</i>';
    const launcher = document.createElement('div');
    launcher.setAttribute('data-mingdu', '');
    const button = launcher.attachShadow({ mode: 'open' });
    (button as unknown as { adoptedStyleSheets: unknown }).adoptedStyleSheets = [];
    button.innerHTML = '<button>无障碍浏览</button>';
    document.body.append(launcher);
    await clear();
    expect(inner.innerHTML).toBe('<i>里面</i>');
    expect(launcher.isConnected).toBe(true);
  });
});

describe('a page is abandoned', () => {
  const mark = (owner: string) => document.documentElement.setAttribute('data-mingdu-x-owner', owner);

  it('when it bears the mark of an extension that does not answer', () => {
    expect(isAbandoned(document)).toBe(false);
    mark('widget 1.0.0');
    expect(isAbandoned(document)).toBe(false);
    mark('extension 1.0.0');
    expect(isAbandoned(document)).toBe(true);
    document.addEventListener('mingdu-x-request', (event) => event.preventDefault(), { once: true });
    expect(isAbandoned(document)).toBe(false);
  });

  it('not while it loads: such a page was saved with the mark', () => {
    mark('extension 1.0.0');
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    expect(isAbandoned(document)).toBe(false);
    state.mockRestore();
  });
});
