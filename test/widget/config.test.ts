// What of the tag the loader takes itself, and when it calls for a closer look. What is named, and how: check-options.test.ts.
import { describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../widget/config';

function tag(attributes: Record<string, string>): HTMLScriptElement {
  const script = document.createElement('script');
  script.src = 'https://www.example.gov.cn/mingdu/mingdu.js';
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  return script;
}

const DEFAULTS = { base: 'https://www.example.gov.cn/mingdu/', home: 'https://www.example.gov.cn/mingdu/', nonce: '', trigger: '[data-mingdu-open]', launcher: true, lang: '', url: true, voicePack: '', isOdd: false };

describe("the tag's attributes", () => {
  it('have defaults: the folder of the file, our own trigger, the launcher; nothing more is fetched for them', () => {
    expect(readConfig(tag({}), document)).toMatchObject(DEFAULTS);
  });

  it('are taken where they are good, without a closer look', () => {
    const script = tag({ 'data-trigger': '.wza, #a11y', 'data-launcher': 'off', 'data-lang': 'en', 'data-base': 'https://cdn.example.com/m', 'data-url': 'off' });
    expect(readConfig(script, document)).toMatchObject({ base: 'https://cdn.example.com/m/', trigger: '[data-mingdu-open],.wza, #a11y', launcher: false, lang: 'en', url: false, isOdd: false });
  });

  it.each([
    ['data-trigger', '..'], ['data-launcher', 'no'], ['data-launcher', ''], ['data-launcher', 'undefined,on'], ['data-lang', 'fr'], ['data-base', 'http://['], ['data-base', 'javascript:alert(1)'], ['data-base', 'data:text/javascript,1'], ['data-url', ''],
  ])('call for a closer look where they are bad, and count as the default: %s="%s"', (name, value) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(readConfig(tag({ [name]: value }), document)).toMatchObject({ ...DEFAULTS, isOdd: true });
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it.each(['data-voice-pack', 'data-aids', 'data-preset', 'data-statement', 'data-launcher-color', 'data-trigers'])('call for a closer look where the loader knows nothing of them: %s', (name) => {
    const config = readConfig(tag({ [name]: 'x' }), document);
    expect(config).toMatchObject({ ...DEFAULTS, isOdd: true });
    expect(Object.values(config.tag)).toEqual(['x']);
  });

  it('are the defaults where the tag is unknown', () => {
    expect(readConfig(null, document)).toMatchObject({ base: new URL('.', document.baseURI).href, launcher: true, isOdd: false });
  });
});
