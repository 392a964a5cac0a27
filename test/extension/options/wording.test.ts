// The language of the options page: the one that was chosen, else the browser's, else English; gaps filled in or kept for who fills them.
import { beforeEach, describe, expect, it } from 'vitest';
import { createWording } from '../../../extension/options/wording';
import { en } from '../../../shared/i18n/en';
import { createTurn } from '../../../shared/i18n/zh-tw';
import { provide } from '../../../shared/packs/registry';
import { resetFakeBrowser, type FakeBrowser } from '../../support/fake-browser';

let fake: FakeBrowser;
beforeEach(() => {
  fake = resetFakeBrowser();
});

async function load(file: string): Promise<void> {
  provide(file.replace('mingdu-', ''), file.endsWith('en') ? en : createTurn({ 设置: '設定' }));
}

describe('wording', () => {
  it.each([
    ['auto', 'zh-CN', 'zh-CN', '明读的设置'],
    ['auto', 'zh-HK', 'zh-TW', '明读的設定'],
    ['auto', 'fr', 'en', 'Mingdu’s settings'],
    ['en', 'zh-CN', 'en', 'Mingdu’s settings'],
    ['zh-CN', 'en-GB', 'zh-CN', '明读的设置'],
    [undefined, 'en-GB', 'en', 'Mingdu’s settings'],
  ])('chosen %s, browser in %s: %s', async (chosen, browsers, lang, title) => {
    fake.i18n.getUILanguage = () => browsers;
    const wording = createWording(load);
    await wording.use(chosen);
    expect([wording.language.value, wording.say('title')]).toEqual([lang, title]);
  });
  it('says the words of settings, fills gaps, and leaves those that nobody fills', async () => {
    const wording = createWording(load);
    expect(wording.say('toolbar.see')).toBe('看');
    expect(wording.say('version', { n: '1.2.3' })).toBe('版本 1.2.3');
    expect(wording.say('version')).toBe('版本 {n}');
    expect(wording.say('nobody knows it')).toBe('');
  });
  it('stays in Chinese where the file of a language cannot be had', async () => {
    const wording = createWording(() => Promise.reject(new Error('gone')));
    fake.i18n.getUILanguage = () => 'xx';
    await wording.use('zh-TW');
    expect(wording.say('title')).not.toBe('');
  });
});
