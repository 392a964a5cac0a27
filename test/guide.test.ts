// @vitest-environment node
// The guide for site owners names what is there: files, anchors, tables of the code, and names of files that its rules for servers fit.
// That its examples work is in test/browser/guide.test.ts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guideText } from '../scripts/build/guide.mjs';
import { DIST } from './support/product';
import { exampleOf, guide } from './support/guide';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** As the sites that show Markdown make anchors of headings. */
const anchorOf = (heading: string) => heading.trim().toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, '').replaceAll(' ', '-');
const anchorsIn = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
const links = [...guide().matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target).filter((target) => !/^https?:/.test(target));

describe('docs/site-owners.md', () => {
  it('has the options as the code has them', async () => {
    expect(await guideText(ROOT, guide())).toBe(guide());
  });

  it.each([...new Set(links)])('leads somewhere: %s', (target) => {
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? 'docs/site-owners.md' : join('docs', path);
    expect(existsSync(join(ROOT, file))).toBe(true);
    if (anchor !== undefined) expect(anchorsIn(readFileSync(join(ROOT, file), 'utf8'))).toContain(decodeURIComponent(anchor));
  });

  it('says all in both languages: as many parts, as many rows of each table', () => {
    const [zh = '', en = ''] = guide().split('\n---\n');
    const rows = (text: string, of: string) => (text.split(of)[1]?.split('\n#')[0]?.match(/^\| /gm) ?? []).length;
    expect(anchorsIn(en)).toContain('site-owners-guide');
    expect(rows(zh, '<!-- options:zh -->')).toBe(rows(en, '<!-- options:en -->'));
    for (const word of ['mingdu-load', 'worker-src', 'integrity-importmap.html', 'mingdu-widget-', 'localStorage', 'data-mingdu-skip', 'npx mingdu check', 'what-it-changes.md', 'privacy.md']) {
      expect(zh).toContain(word);
      expect(en).toContain(word);
    }
  });

  it.each([['nginx', /location ~ "(.+)"/], ['apache', /FilesMatch "(.+)"/]] as const)('keeps files for a year by a pattern that fits hashed names alone: %s', (name, where) => {
    const pattern = new RegExp(where.exec(exampleOf(name))?.[1] ?? '(?!)');
    expect(pattern.test('/mingdu/mingdu-main.0a1b2c3d.js')).toBe(true);
    for (const plain of ['/mingdu/mingdu.js', '/mingdu/mingdu-main.js', '/mingdu/integrity.json', '/mingdu/mingdu-pack-deadbeef.js']) expect(pattern.test(plain)).toBe(false);
  });

  it.skipIf(!existsSync(join(DIST, 'widget')))('tells of files that the build makes', () => {
    const there = readdirSync(join(DIST, 'widget'));
    expect(there).toEqual(expect.arrayContaining(['mingdu.js', 'mingdu.d.ts']));
  });
});
