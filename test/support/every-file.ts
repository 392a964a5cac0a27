// How a reader's acts bring each later file of the widget, by its plain name, and ways in which a server can send one wrongly. For tests that
// spoil one file after another; no expectations in here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from '../../shared/features';
import { TOOLBARS } from './interface';
import { DIST, STRONGEST } from './product';
import type { Answer } from './site';

/** Later files as they lie in the built folder, without hash and `.js`. */
export const LATER_FILES: readonly string[] = readdirSync(join(DIST, 'widget')).flatMap((file) => /^(mingdu-[a-z-]+)\.[0-9a-f]{8}\.js$/.exec(file)?.[1] ?? []);

/** Put into the page before the tag: it begins without a memory, and notes which file an error of the browser's own names. `press` presses a button of our interface by its word, once it is drawn; one that never comes is given up. */
export const EVERY_FILE_SCRIPT = `localStorage.clear();
globalThis.namedByBrowser = [];
addEventListener('error', ({ filename }) => namedByBrowser.push(String(filename)));
globalThis.press = async (word) => {
  const layers = () => [...document.querySelectorAll('[data-mingdu]')].flatMap((host) => host.shadowRoot ? [...host.shadowRoot.querySelectorAll('*')] : []).flatMap((layer) => layer.shadowRoot ? [...layer.shadowRoot.querySelectorAll('button')] : []);
  for (let look = 0; look < 60; look += 1) {
    const button = layers().find((one) => [one.textContent.trim(), one.getAttribute('aria-label')].includes(word));
    if (button) return button.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no button ' + word);
};
globalThis.more = (word) => Mingdu.open().then(() => press('更多')).then(() => press(word));`;

const set = (patch: object) => `Mingdu.set(${JSON.stringify(patch)})`;
const opened = (patch: object) => `Mingdu.open().then(() => ${set(patch)})`;

/** Files that only a panel, a command or another setting brings. */
const OTHERS: Readonly<Record<string, string>> = {
  'mingdu-main': 'Mingdu.open()',
  'mingdu-files': opened({ contrast: 'white-on-black' }),
  'mingdu-pack-aids': opened({ contrast: 'white-on-black' }),
  'mingdu-pack-edges': 'Mingdu.open()',
  'mingdu-pack-panel': `Mingdu.open().then(() => press('更多'))`,
  'mingdu-pack-options': `Mingdu.configure({ feedback: '/say' })`,
  // A language is asked for again when it is chosen again.
  'mingdu-pack-words-en': `${opened({ language: 'zh-CN' })}.then(() => ${set({ language: 'en' })})`,
  'mingdu-pack-words-zh-tw': `${opened({ language: 'zh-CN' })}.then(() => ${set({ language: 'zh-TW' })})`,
  'mingdu-pack-pinyin': opened({ pinyin: 'all' }),
  'mingdu-pack-readings': opened({ pinyin: 'all' }),
  'mingdu-pack-tones': opened({ pinyin: 'all', toneColors: true }),
  'mingdu-pack-corrections': `${opened({ pinyin: 'all' })}.then(() => more('改读音'))`,
  'mingdu-panel-readings': `${opened({ pinyin: 'all' })}.then(() => more('改读音'))`,
  'mingdu-pack-voices': `more('嗓音（谁来读）')`,
  'mingdu-panel-voices': `more('嗓音（谁来读）')`,
  'mingdu-pack-rebind': `${opened({ shortcuts: 'mingdu' })}.then(() => more('看快捷键、改快捷键'))`,
  'mingdu-panel-shortcuts': `${opened({ shortcuts: 'mingdu' })}.then(() => more('看快捷键、改快捷键'))`,
  'mingdu-panel-links': `more('本页链接')`,
  'mingdu-panel-zones': `more('区域')`,
  'mingdu-aid-fields': `more('没填的必填项')`,
  'mingdu-panel-fields': `more('没填的必填项')`,
  'mingdu-aid-media': `more('本页的声音和视频')`,
  'mingdu-panel-media': `more('本页的声音和视频')`,
  'mingdu-panel-caption': opened({ caption: true }),
  // Enter gives a click of no presses, which this aid leaves alone.
  'mingdu-panel-image': `${opened({ image: true })}.then(() => Mingdu.settled()).then(() => document.querySelector('#picture').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 })))`,
};

/** Files that are told of in another way than by us in the console, and an expression for the page that is true once they are. */
export const TOLD_OTHERWISE: Readonly<Record<string, (built: string) => string>> = {
  // By the browser's own line alone, which a page hears of where a script came and could not be read: boxes at the edges lie under the bar.
  'mingdu-pack-edges': (built) => `namedByBrowser.some((file) => file.includes('${built}'))`,
  // And the interface stays in Chinese.
  'mingdu-pack-words-en': (built) => `namedByBrowser.some((file) => file.includes('${built}')) && ${TOOLBARS}[0].textContent.includes('更多')`,
  'mingdu-pack-words-zh-tw': (built) => `namedByBrowser.some((file) => file.includes('${built}')) && ${TOOLBARS}[0].textContent.includes('缩小')`,
  // To the reader, who pressed.
  'mingdu-pack-panel': () => `${TOOLBARS}[0].textContent.includes('“更多”的文件没有取到')`,
};

/** Files that no plain act brings, and what is so of them. */
export const NOT_BROUGHT: Readonly<Record<string, string>> = {
  'mingdu-pack-field-names': 'silent: the field has its plain name (shared/features/speech/pointing.ts)',
  'mingdu-pack-full-speech': 'silent: said as the voice knows it (test/shared/features/speech/saying.test.ts)',
  'mingdu-pack-homophones': 'silent: said as the voice knows it (test/shared/features/speech/saying.test.ts)',
  'mingdu-pack-voice': 'test/browser/voice-pack.test.ts',
  'mingdu-pack-scopes': 'part of the corrections; nothing asks for it by itself',
  'mingdu-pack-shown-sentence': 'part of the corrections; nothing asks for it by itself',
};

/** What a server sends in place of a file. A `redirected` one needs the header, too. */
export const SPOILED: Readonly<Record<string, (path: string) => Answer | undefined>> = {
  missing: () => undefined,
  'cut in the middle': (path) => ({ type: 'text/javascript', body: readFileSync(join(DIST, 'widget', path)).subarray(0, 200) }),
  'a page instead of it': () => ({ body: '<!doctype html><title>请登录</title><p>请登录</p>' }),
  redirected: () => ({ status: 302, body: '' }),
};

/** @returns an expression for the page that brings the file, or undefined where no act is known that does */
export function bringing(file: string): string | undefined {
  const id = /^mingdu-aid-(.+)$/.exec(file)?.[1];
  const main = FEATURES.find((one) => one.id === id)?.main;
  const patch = main ? { ...STRONGEST, view: 'article' }[main] : undefined;
  return OTHERS[file] ?? (main && patch !== undefined ? opened({ [main]: patch }) : undefined);
}
