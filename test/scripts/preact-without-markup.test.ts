// What the build takes out of Preact, and that it says so when Preact has changed. That nobody uses it is a law (architecture.test.ts).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutMarkup } from '../../scripts/build/preact-without-markup.mjs';
import { DIST } from '../support/product';

const preact = readFileSync(join(process.cwd(), 'node_modules/preact/dist/preact.mjs'), 'utf8');
const folders = ['widget', 'extension-chromium', 'extension-firefox'].map((name) => join(DIST, name)).filter((path) => existsSync(path));

describe('Preact in our scripts', () => {
  it('has no markup from strings, draws children as before, and is smaller', async () => {
    expect(preact).toMatch(/\.innerHTML=/);
    const code = withoutMarkup(preact);
    expect(code).not.toMatch(/innerHTML/i);
    expect(code.length).toBeLessThan(preact.length - 150);
    const { h, render } = (await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)) as typeof import('preact');
    const root = document.createElement('div');
    render(h('p', { class: 'a' }, '一', h('b', null, '二')), root);
    expect(root.innerHTML).toBe('<p class="a">一<b>二</b></p>');
    render(h('p', { class: 'b', title: 'x' }, h('b', null, '三'), '四'), root);
    expect(root.innerHTML).toBe('<p class="b" title="x"><b>三</b>四</p>');
    render(h('ul', null, ...['甲', '乙'].map((key) => h('li', { key }, key))), root);
    render(h('ul', null, ...['乙', '甲', '丙'].map((key) => h('li', { key }, key))), root);
    expect(root.innerHTML).toBe('<ul><li>乙</li><li>甲</li><li>丙</li></ul>');
    render(null, root);
    expect(root.innerHTML).toBe('');
  });

  it('a Preact that has changed fails the build and names what is missing or new', () => {
    expect(() => withoutMarkup(preact.replace('h?(l||', 'H?(l||'))).toThrow(/Preact has changed: h\?\(l\|\|.* 0 times/);
    expect(() => withoutMarkup(`${preact};t.innerHTML=x`)).toThrow(/Preact has changed: it holds [^]*t\.innerHTML=x/);
    expect(() => withoutMarkup(preact + preact)).toThrow(/2 times/);
  });

  it.skipIf(folders.length === 0)('no built script writes markup', () => {
    const scripts = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.js')).map((name) => join(folder, name)));
    expect(scripts.length).toBeGreaterThan(50);
    expect(scripts.filter((path) => /\.(innerHTML|outerHTML)\s*=[^=]|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\(/.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
