// The tag as the loader takes it, whatever is written in its attributes: an address, a selector that works, a language of ours; never an error.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readConfig } from '../../widget/config';
import { oddText } from '../support/odd-values';
import { runs } from '../support/properties';

const NAMES = ['trigger', 'launcher', 'lang', 'url', 'base', 'voice-pack', 'aids', 'cfasync', 'x'];
const text = fc.oneof(
  fc.constantFrom('', 'on', 'off', 'OFF', 'en', 'zh-TW', 'fr', '.wza a', 'a[', '}', '::', '/m', 'https://cdn.example.gov.cn/m', '//x', 'http://[', 'javascript:alert(1)', 'data:text/html,1', 'file:///m', 'blob:x', ' java\nscript:x', '../..'),
  oddText,
  fc.string({ unit: 'binary', maxLength: 10 }),
);

it('gives values that can be trusted, and says that there is something odd where it took a value for another', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...NAMES), text), { maxLength: 6 }), (attributes) => {
      const script = document.createElement('script');
      for (const [name, value] of attributes) script.setAttribute(`data-${name}`, value);
      const config = readConfig(script, document);
      for (const address of [config.base, config.home]) {
        expect(new URL(address).protocol).toMatch(/^(https?|file):$/);
        expect(new URL(address).href).toBe(address);
      }
      expect(() => document.querySelector(config.trigger)).not.toThrow();
      expect(config.trigger.startsWith('[data-mingdu-open]')).toBe(true);
      expect(['', 'zh-CN', 'zh-TW', 'en']).toContain(config.lang);
      expect([typeof config.launcher, typeof config.url, config.voicePack]).toEqual(['boolean', 'boolean', '']);
      const { launcher, lang, url, trigger, base, ...others } = script.dataset;
      const isRefused = (trigger && !config.trigger.endsWith(trigger)) || (lang !== undefined && config.lang !== lang) || [launcher, url].some((one) => ![undefined, 'on', 'off'].includes(one)) || Object.keys(others).length > 0;
      if (isRefused) expect(config.isOdd).toBe(true);
      if (base && /^\s*(javascript|data|blob):/i.test(base)) expect([config.base, config.isOdd]).toEqual([config.home, true]);
    }),
    runs(300),
  );
});
