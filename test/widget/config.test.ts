import { afterEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../widget/config';

function tag(attributes: Record<string, string>): HTMLScriptElement {
  const script = document.createElement('script');
  script.src = 'https://www.example.gov.cn/mingdu/mingdu.js';
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  return script;
}

afterEach(() => vi.restoreAllMocks());

describe("the tag's attributes", () => {
  it('have defaults: the folder of the file, our own trigger, the launcher', () => {
    expect(readConfig(tag({}), document)).toEqual({
      base: 'https://www.example.gov.cn/mingdu/', nonce: '', trigger: '[data-mingdu-open]', launcher: true, lang: '', url: true, voicePack: '',
    });
  });

  it('are taken where they are good', () => {
    const script = tag({ 'data-trigger': '.wza, #a11y', 'data-launcher': 'off', 'data-lang': 'en', 'data-base': 'https://cdn.example.com/m', 'data-url': 'off', 'data-voice-pack': '/mingdu/voice-pack' });
    expect(readConfig(script, document)).toMatchObject({
      base: 'https://cdn.example.com/m/', trigger: '[data-mingdu-open],.wza, #a11y', launcher: false, lang: 'en', url: false, voicePack: new URL('/mingdu/voice-pack/', document.baseURI).href,
    });
  });

  it('are named in one warning and ignored where they are bad', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const script = tag({ 'data-trigger': '..', 'data-launcher': 'no', 'data-lang': 'fr', 'data-base': 'http://[', 'data-url': '', 'data-voice-pack': 'http://[' });
    expect(readConfig(script, document)).toMatchObject({
      base: 'https://www.example.gov.cn/mingdu/', trigger: '[data-mingdu-open]', launcher: true, lang: '', url: true, voicePack: '',
    });
    expect(warn).toHaveBeenCalledTimes(1);
    for (const name of ['data-trigger', 'data-launcher', 'data-lang', 'data-base', 'data-url', 'data-voice-pack']) {
      expect(warn.mock.calls[0]?.[0]).toContain(name);
    }
  });

  it.each(['javascript:alert(1)', 'data:text/javascript,1', 'blob:http://localhost:3000/1', 'https://other.example.gov.cn/voice-pack/', 'http://['])('name no voice pack at %s, and say so once', (folder) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(readConfig(tag({ 'data-voice-pack': folder }), document).voicePack).toBe('');
    expect(warn.mock.calls).toEqual([[expect.stringContaining(`data-voice-pack="${folder}"`)]]);
    if (folder.startsWith('https:')) expect(warn.mock.calls[0]?.[0]).toContain(`not on the page's own site, ${location.origin}`);
  });

  it.each(['voice-pack', '/voice-pack/', `${location.origin}/voice-pack`])('name a voice pack on the page\'s own site: %s', (folder) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(readConfig(tag({ 'data-voice-pack': folder }), document).voicePack).toBe(`${location.origin}/voice-pack/`);
    expect(readConfig(tag({ 'data-voice-pack': '' }), document).voicePack).toBe('');
    expect(warn).not.toHaveBeenCalled();
  });

  it('name no folder of files where it is not one', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(readConfig(tag({ 'data-base': 'javascript:alert(1)' }), document).base).toBe('https://www.example.gov.cn/mingdu/');
    expect(warn.mock.calls).toEqual([[expect.stringContaining('data-base="javascript:alert(1)"')]]);
  });

  it('are the defaults where the tag is unknown', () => {
    expect(readConfig(null, document)).toMatchObject({ base: new URL('.', document.baseURI).href, launcher: true });
  });
});
