// What becomes of an element's ground, from facts alone; how browsers compute them is for the browser tests.
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../shared/features/contrast/facts';
import { WHITE } from '../../../../shared/features/contrast/colour';
import { judge, type Sizes } from '../../../../shared/features/contrast/judge';

type Given = Partial<Omit<Facts, 'style' | 'element'>> & { readonly tag?: string; readonly style?: Partial<CSSStyleDeclaration> };

function facts({ tag = 'div', style = {}, ...given }: Given = {}): Facts {
  return {
    element: document.createElement(tag), parent: null, kind: 'box', style: { backgroundRepeat: 'no-repeat', ...style } as CSSStyleDeclaration,
    alpha: 0, ground: '', image: 'none', isStyled: false, size: 'l', isMasked: false, clipsText: false, isDimmed: false, edges: '', hasText: false, isHidden: false, isLifted: false,
    hasTransition: false, isInLink: false, isOffLine: false, under: WHITE, over: WHITE, ...given,
  };
}

function groundsOf(all: readonly Facts[], width = 600, height = 100, characters = 4) {
  const sizes: Sizes = { gapsOf: () => null, boxOf: () => ({ width, height }), isBroken: ({ localName }) => localName === 'img' && all.length === 1 && width === 0 };
  const verdicts = judge(all, sizes, () => characters);
  return all.map((one) => verdicts.get(one)?.ground ?? null);
}

describe('the ground of an element', () => {
  it('stays away where the page had none', () => {
    expect(groundsOf([facts({ hasText: true })])).toEqual([null]);
  });

  it('is the scheme\'s where the page had a colour or a gradient', () => {
    expect(groundsOf([facts({ alpha: 1, hasText: true })])).toEqual(['fill']);
    expect(groundsOf([facts({ image: 'gradient', hasText: true })])).toEqual(['fill']);
  });

  it('leaves the page and its body to the sheet', () => {
    const html = facts({ tag: 'html', alpha: 1 });
    expect(groundsOf([html, facts({ tag: 'body', alpha: 1, image: 'picture', parent: html, hasText: true })])).toEqual([null, null]);
  });

  it('keeps a picture without text, on the ground it had', () => {
    const one = facts({ image: 'picture', under: [10, 20, 30, 1] });
    const verdict = judge([one], { gapsOf: () => null, boxOf: () => null, isBroken: () => false }, () => 0).get(one);
    expect(verdict).toMatchObject({ ground: 'keep', plate: '#0a141e' });
  });

  it('takes a picture away from under text of its own', () => {
    expect(groundsOf([facts({ image: 'picture', hasText: true })])).toEqual(['fill']);
  });

  it('keeps a picture whose text all has a ground of its own', () => {
    const outer = facts({ image: 'picture' });
    expect(groundsOf([outer, facts({ parent: outer, alpha: 1, hasText: true })])).toEqual(['keep', 'fill']);
  });

  it('keeps a banner with a few words, and grounds the words', () => {
    const banner = facts({ image: 'picture' });
    const link = facts({ tag: 'a', parent: banner, hasText: true });
    expect(groundsOf([banner, link])).toEqual(['keep', 'fill']);
    expect(groundsOf([banner, link], 600, 100, 400)).toEqual(['fill', null]);
    expect(groundsOf([banner, link], 100, 20)).toEqual(['fill', null]);
  });

  it('paints masks and small empty shapes with ink, and large empty ones with the ground', () => {
    expect(groundsOf([facts({ isMasked: true, alpha: 1 })])).toEqual(['ink']);
    expect(groundsOf([facts({ alpha: 1 })], 30, 3)).toEqual(['ink']);
    expect(groundsOf([facts({ alpha: 1 })], 300, 200)).toEqual(['fill']);
  });

  it('lets a shade over a picture go, and grounds its words', () => {
    const shade = facts({ alpha: 0.5, isLifted: true });
    expect(groundsOf([shade, facts({ parent: shade, hasText: true })])).toEqual(['none', 'fill']);
    expect(groundsOf([shade])).toEqual([null]);
  });

  it('draws the lines of an old table', () => {
    const table = facts({ tag: 'table', alpha: 1, style: { borderSpacing: '1px 1px', borderCollapse: 'separate' } });
    expect(groundsOf([table, facts({ tag: 'td', parent: table, alpha: 1, hasText: true })])).toEqual(['rule', 'fill']);
  });

  it('gives the words of an image that did not load the scheme\'s ground', () => {
    expect(groundsOf([facts({ tag: 'img', kind: 'picture' })], 0)).toEqual(['fill']);
  });

  it('makes a button of what looked like one', () => {
    expect(groundsOf([facts({ tag: 'button', kind: 'button', alpha: 1, hasText: true })])).toEqual(['button']);
    expect(groundsOf([facts({ tag: 'button', kind: 'button', hasText: true })])).toEqual([null]);
  });
});

it('brightens what holds text, and only that', () => {
  const dim = facts({ isDimmed: true });
  const sizes: Sizes = { gapsOf: () => null, boxOf: () => null, isBroken: () => false };
  expect(judge([dim], sizes, () => 0).get(dim)?.flat).toBe(false);
  expect(judge([dim, facts({ parent: dim, hasText: true })], sizes, () => 1).get(dim)?.flat).toBe(true);
});

describe('with a picture beside its words', () => {
  const line = { left: 30, right: 200, top: 4, bottom: 4, width: 300, height: 28 };
  const verdictOf = (gaps: Partial<typeof line>, style: Partial<CSSStyleDeclaration> = {}) => {
    const one = facts({ image: 'picture', hasText: true, style: { backgroundPosition: '0% 50%', backgroundImage: 'url("a.png")', backgroundSize: 'auto', ...style } });
    return judge([one], { gapsOf: () => ({ ...line, ...gaps }), boxOf: () => null, isBroken: () => false }, () => 4).get(one);
  };

  it('keeps it as far as the words', () => {
    expect(verdictOf({})).toMatchObject({ ground: 'keep', beside: { side: 'left', room: 29 } });
    expect(verdictOf({ left: 0, right: 40 }, { backgroundPosition: '100% 50%' })).toMatchObject({ ground: 'keep', beside: { side: 'right', room: 39 } });
    expect(verdictOf({ left: 20, right: 20, top: 62, bottom: 14, width: 100, height: 100 })).toMatchObject({ ground: 'keep', beside: { side: 'top', room: 61 } });
  });

  it('draws a dot for a bullet', () => {
    expect(verdictOf({ left: 14 }, { backgroundPosition: '2px 50%' })).toMatchObject({ ground: 'dot' });
  });

  it('takes it away where the words stand on it', () => {
    expect(verdictOf({ left: 30, right: 30 })).toMatchObject({ ground: 'fill' });
    expect(verdictOf({ left: 2 })).toMatchObject({ ground: 'fill' });
    expect(verdictOf({}, { backgroundRepeat: 'repeat-x' })).toMatchObject({ ground: 'fill' });
  });
});
