// @vitest-environment node
// The words and pictures for the stores: the same names as in the manifest, within the stores' limits, every permission explained, and no claim
// that a site conforms to anything.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pngSize } from '../../scripts/build/check-chromium.mjs';
import { traditionalMessages } from '../../scripts/build/locales.mjs';

type Messages = Record<string, { readonly message: string }>;
const read = (path: string) => readFileSync(path, 'utf8');
const messagesOf = (locale: string) => JSON.parse(read(`extension/_locales/${locale}/messages.json`)) as Messages;
const LISTINGS: readonly (readonly [string, Messages])[] = [
  ['zh-CN', messagesOf('zh_CN')],
  ['zh-TW', traditionalMessages(messagesOf('zh_CN'))],
  ['en', messagesOf('en')],
];
const answers = read('extension/store/answers.md');
/** In pixels: what the Chrome Web Store and Edge Add-ons ask for. */
const PICTURES: Readonly<Record<string, readonly [number, number]>> = { 'tile-440x280.png': [440, 280], 'marquee-1400x560.png': [1400, 560], 'logo-300.png': [300, 300] };
const SCREENSHOT = [1280, 800] as const;
const MOST_BYTES = 300_000;

/** The text below each heading of the second level, in order. */
const partsOf = (text: string) => text.split(/^## .+$/m).slice(1).map((part) => part.trim());

describe.each(LISTINGS)('the words for the stores in %s', (language, messages) => {
  const [name = '', summary = '', description = '', ...more] = partsOf(read(`extension/store/listing.${language}.md`));

  it('have name and summary of the manifest, within the limits', () => {
    expect(more).toEqual([]);
    expect(name).toBe(messages['name']?.message);
    expect(summary).toBe(messages['description']?.message);
    expect([...name].length).toBeLessThanOrEqual(45);
    expect([...summary].length).toBeLessThanOrEqual(132);
  });

  it('describe it at some length, with what it does not claim', () => {
    // Edge Add-ons takes 250 to 10,000 characters.
    expect([...description].length).toBeGreaterThanOrEqual(250);
    expect([...description].length).toBeLessThan(10_000);
    expect(description).toMatch(/不替网站声明符合任何标准|不替網站聲明符合任何標準|does not claim to make a site conform/);
    expect(description).not.toMatch(/WCAG|GB\/T|达标|達標|合规|合規|compliant/i);
  });
});

describe('what the stores ask', () => {
  const manifest = JSON.parse(read('manifest.json')) as Record<'permissions' | 'host_permissions' | 'optional_host_permissions', readonly string[]>;

  it('every permission has its reason, and the privacy text speaks of it', () => {
    const rows = new Map([...answers.matchAll(/^\| `([^`]+)`[^|]*\| (.+) \|$/gm)].map(([, permission = '', why = '']) => [permission, why]));
    for (const permission of [...manifest.permissions, ...manifest.host_permissions, ...manifest.optional_host_permissions]) {
      expect(rows.get(permission)?.length ?? 0, permission).toBeGreaterThan(60);
    }
  });

  it('single purpose, code from elsewhere, data and notes for reviewers are answered', () => {
    for (const heading of ['Single purpose', 'Permissions', 'Remote code', 'Use of data', 'Notes for reviewers', 'Pictures']) expect(answers).toMatch(new RegExp(`^## ${heading}$`, 'm'));
  });

  it('the pictures are there in the sizes that are asked for, and not heavy', () => {
    const files = readdirSync('extension/store/pictures');
    expect(files).toEqual(expect.arrayContaining(Object.keys(PICTURES)));
    expect(files.filter((file) => /^\d-.*\.png$/.test(file))).toHaveLength(5);
    for (const file of files) {
      const path = `extension/store/pictures/${file}`;
      const [width, height] = PICTURES[file] ?? SCREENSHOT;
      expect(pngSize(path), file).toEqual({ width, height });
      expect(statSync(path).size, file).toBeLessThan(MOST_BYTES);
    }
  });
});
