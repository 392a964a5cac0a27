// Whether Mingdu starts by itself on a page.
import { describe, expect, it } from 'vitest';
import { hostOf, isDeclined, isWantedOn } from '../../extension/site';

describe('isWantedOn', () => {
  it('starts only where the reader left it on', () => {
    expect(isWantedOn({ version: 1, on: true }, 'www.example.gov.cn')).toBe(true);
    expect(isWantedOn({ version: 1, on: false }, 'www.example.gov.cn')).toBe(false);
  });
  it('does not start where the reader switched the site off', () => {
    const stored = { on: true, sites: { 'www.example.gov.cn': 'off', 'a.example.gov.cn': 'on' } };
    expect(isWantedOn(stored, 'www.example.gov.cn')).toBe(false);
    expect(isWantedOn(stored, 'a.example.gov.cn')).toBe(true);
    expect(isWantedOn(stored, 'b.example.gov.cn')).toBe(true);
    expect(isWantedOn(stored, 'toString')).toBe(true);
  });
  it('takes anything broken for off, or for nothing said of the site', () => {
    for (const stored of [undefined, null, 1, 'on', [], { on: 'true' }, { on: 1 }]) expect(isWantedOn(stored, 'x')).toBe(false);
    expect(isWantedOn({ on: true, sites: ['off'] }, '0')).toBe(true);
  });
});

describe('isDeclined', () => {
  it('reads the wish of the page in any case', () => {
    document.head.innerHTML = '<meta name="Mingdu" content="OFF">';
    expect(isDeclined(document)).toBe(true);
    document.head.innerHTML = '<meta name="mingdu" content="on">';
    expect(isDeclined(document)).toBe(false);
  });
});

describe('hostOf', () => {
  it('takes the origin where the address has no host, and nothing where there is none', () => {
    expect(hostOf({ location: { hostname: 'www.example.gov.cn' }, origin: 'null' } as Window)).toBe('www.example.gov.cn');
    expect(hostOf({ location: { hostname: '' }, origin: 'https://www.example.gov.cn:8443' } as Window)).toBe('www.example.gov.cn');
    expect(hostOf({ location: { hostname: '' }, origin: 'null' } as Window)).toBe('');
  });
});
