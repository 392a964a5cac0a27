// The large pointer on a page of its own traps: its shape, its place, and where the browser's own takes over.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { lying, pointAt } from '../support/follower';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { differsIn, picture } from '../support/painted';
import { ask, closeAndForget, frames, SCHEMES, set, visit, widgetMount } from '../support/product';
import type { Mount } from '../support/site';
import { useBrowser } from '../support/use-browser';

const FIXTURE = fileURLToPath(new URL('../fixtures/pages/pointing.html', import.meta.url));
const page: Mount = { at: '/', from: (path) => (path === '' ? { body: readFileSync(FIXTURE, 'utf8') } : undefined) };

describe.each(BROWSERS)('the large pointer in %s', (name) => {
  const bench = useBrowser(name, [page, widgetMount()]);

  beforeEach(async () => {
    await visit(bench.page, bench.site.on('127.0.0.1', '/'));
    await bench.page.mouse.move(1200, 500);
  });
  afterEach(() => closeAndForget(bench.page));

  const middleOf = async (selector: string) => {
    await bench.page.evaluate(`document.querySelector(${JSON.stringify(selector)}).scrollIntoView({ block: 'center', behavior: 'instant' })`);
    return (await bench.page.evaluate(
      `(() => { const box = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return [(box.left + box.right) / 2, (box.top + box.bottom) / 2]; })()`,
    )) as [number, number];
  };
  /** How each drawing lies to the point that it points at; `dx,dy` of the box from the pointer tell shapes apart. */
  const shapeAt = async (selector: string) => {
    const [x, y] = await middleOf(selector);
    await pointAt(bench.page, x, y);
    return drawn();
  };
  const drawn = async () =>
    (await bench.page.evaluate(`(() => {
      const host = [...document.querySelectorAll('[data-mingdu]')].find((one) => one.shadowRoot?.querySelector('.layer'));
      const boxes = [...(host?.shadowRoot.querySelectorAll('.layer') ?? [])].flatMap((layer) => [...layer.shadowRoot.querySelectorAll('.pointer')]);
      const shown = boxes.filter((box) => box.getBoundingClientRect().right > 0);
      return shown.map((box) => box.querySelector('path').getAttribute('d').slice(0, 14)).join();
    })()`)) as string;
  const cursorOf = (selector: string) => bench.page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).cursor`);

  it('has the shape that the page asks for', async () => {
    await set(bench.page, { pointer: 'large' });
    const asked = ['wait', 'not-allowed', 'crosshair', 'move', 'col-resize', 'zoom-in', 'help', 'default', 'pointer', 'text'];
    const shapes = new Map<string, string>();
    for (const cursor of asked) shapes.set(cursor, await shapeAt(`#${cursor}`));
    // Help is an arrow with a mark: its outline begins as the arrow's does.
    expect(shapes.get('help')).toBe(shapes.get('default'));
    expect(new Set(shapes.values()).size).toBe(asked.length - 1);
    expect([...shapes.values()]).not.toContain('');
    expect(await shapeAt('#link')).toBe(shapes.get('pointer'));
    expect(await shapeAt('#press')).toBe(shapes.get('pointer'));
    expect(await shapeAt('#text')).toBe(shapes.get('text'));
    await bench.page.evaluate("document.body.style.cursor = 'wait'");
    await frames(bench.page, 2);
    expect(await shapeAt('#text')).toBe(shapes.get('wait'));
    expect(await shapeAt('#link')).toBe(shapes.get('pointer'));
  });

  it('points where the mouse is: its tip is there, and the click', async () => {
    await bench.page.evaluate("{ hit = []; document.addEventListener('click', ({ target, clientX, clientY }) => hit.push(target.id, clientX, clientY)); }");
    const [x, y] = await middleOf('#default');
    const plain = await picture(bench.page);
    await set(bench.page, { pointer: 'larger' });
    await pointAt(bench.page, x, y);
    const shot = await picture(bench.page);
    expect([differsIn(plain, shot, x - 60, y - 60, 57, 140), differsIn(plain, shot, x - 60, y - 60, 140, 57), differsIn(plain, shot, x - 2, y - 1, 5, 5)]).toEqual([false, false, true]);
    await bench.page.mouse.click(x, y);
    expect(await bench.page.evaluate('hit')).toEqual(['default', x, y]);
  });

  it.each(SCHEMES)('is seen in %s', async (scheme) => {
    await set(bench.page, { contrast: scheme });
    const [x, y] = [1000, 500];
    const plain = await picture(bench.page);
    await set(bench.page, { pointer: 'large' });
    await pointAt(bench.page, x, y);
    expect(differsIn(plain, await picture(bench.page), x, y + 10, 30, 20)).toBe(true);
  });

  it('is the only one, also where a script of the page insists on its own, and gives that back', async () => {
    await bench.page.evaluate("document.querySelector('#text').style.setProperty('cursor', 'crosshair', 'important')");
    await takePageSnapshot(bench.page);
    await set(bench.page, { pointer: 'large' });
    const cross = await shapeAt('#crosshair');
    expect(await shapeAt('#text')).toBe(cross);
    expect(await cursorOf('#text')).toBe('none');
    await bench.page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
    await closeAndForget(bench.page);
    expect(await cursorOf('#text')).toBe('crosshair');
    expect(await pageDifferences(bench.page)).toEqual([]);
  });

  it('is drawn over our own toolbar, which shows no second one', async () => {
    await ask(bench.page, 'open()');
    await set(bench.page, { pointer: 'large' });
    await pointAt(bench.page, 500, 40);
    expect(await drawn()).not.toBe('');
    const cursors = (await bench.page.evaluate(`(() => {
      const host = [...document.querySelectorAll('[data-mingdu]')].find((one) => one.shadowRoot?.querySelector('.interface'));
      const inner = host.shadowRoot.querySelector('.interface').shadowRoot;
      return [...inner.querySelectorAll('button, p, div')].map((one) => getComputedStyle(one).cursor);
    })()`)) as string[];
    expect(new Set(cursors)).toEqual(new Set(['none']));
  });

  it('is drawn over a modal dialog, and after it', async () => {
    await set(bench.page, { pointer: 'large' });
    await pointAt(bench.page, 1000, 300);
    await bench.page.evaluate("document.querySelector('#dialog').showModal()");
    await new Promise((resolve) => setTimeout(resolve, 1700));
    expect(await shapeAt('#dialog p')).not.toBe('');
    await bench.page.evaluate("document.querySelector('#dialog').close()");
    await new Promise((resolve) => setTimeout(resolve, 1700));
    expect(await shapeAt('#text')).not.toBe('');
  });

  it('is not there before the mouse was, and leaves with it', async () => {
    await set(bench.page, { pointer: 'large' });
    await bench.page.evaluate("document.dispatchEvent(new PointerEvent('pointerout', { bubbles: true, pointerType: 'mouse', relatedTarget: null }))");
    await pointAt(bench.page, 1000, 300);
    expect((await lying(bench.page, 'pointer')).length).toBe(1);
    await bench.page.evaluate("document.body.dispatchEvent(new PointerEvent('pointerout', { bubbles: true, composed: true, pointerType: 'mouse', relatedTarget: null }))");
    await frames(bench.page, 3);
    expect(await lying(bench.page, 'pointer')).toEqual([]);
    await pointAt(bench.page, 900, 300);
    expect((await lying(bench.page, 'pointer')).length).toBe(1);
    // What is dragged is drawn by the system, and so is its pointer.
    await bench.page.evaluate("document.querySelector('#drag').dispatchEvent(new DragEvent('dragstart', { bubbles: true, composed: true }))");
    await frames(bench.page, 3);
    expect([await lying(bench.page, 'pointer'), await cursorOf('#crosshair')]).toEqual([[], 'crosshair']);
  });
});
