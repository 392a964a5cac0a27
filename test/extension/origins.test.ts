// Which site an address is, and what leave covers.
import { describe, expect, it } from 'vitest';
import { originOf } from '../../extension/answers';
import { covers, hostAt, hostIn } from '../../extension/origins';

describe('hostAt', () => {
  it.each([
    ['http://www.Example.com:8080/a', 'www.example.com'], ['https://[::1]/', '[::1]'], ['http://user@evil.com/', null], ['https://xn--fiq.cn', 'xn--fiq.cn'],
    ['file:///home/a', null], ['chrome://version/', null], ['view-source:http://a.cn/', null], [undefined, null],
  ])('%s → %s', (url, host) => expect(hostAt(url)).toBe(host));
});

describe('hostIn', () => {
  it.each([
    ['www.example.com', 'www.example.com'], [' https://Example.com/a?b ', 'example.com'], ['example.com:8080/x', 'example.com'], ['中文.cn', 'xn--fiq228c.cn'], ['example。com', 'example.com'],
    ['example', null], ['', null], ['http://', null], ['a b.cn', null], ['*.gov.cn', null], ['file:///a.b', null], ['localhost', 'localhost'], ['127.0.0.1', '127.0.0.1'],
  ])('%s → %s', (text, host) => expect(hostIn(text)).toBe(host));
});

describe('leave', () => {
  it.each([
    ['*://*/*', 'a.cn', true], ['<all_urls>', 'a.cn', true], ['*://*.gov.cn/*', 'www.a.gov.cn', true], ['*://*.gov.cn/*', 'gov.cn', true], ['*://*.gov.cn/*', 'notgov.cn', false],
    ['*://a.cn/*', 'a.cn', true], ['*://a.cn/*', 'b.a.cn', false], ['https://a.cn/*', 'a.cn', true], ['*://a.cn.evil.com/*', 'a.cn', false],
  ])('%s for %s: %s', (origin, host, is) => expect(covers(origin, host)).toBe(is));

  it.each([['www.a.gov.cn', '*://*.gov.cn/*'], ['gov.cn', '*://*.gov.cn/*'], ['notgov.cn', '*://notgov.cn/*'], ['[::1]', '*://[::1]/*']])('of %s is %s', (host, origin) => expect(originOf(host)).toBe(origin));
});
