// Where the reading line's parts lie, without a page.
import { describe, expect, it } from 'vitest';
import { layoutOf, lineHeightOf } from '../../../../shared/features/reading-line/geometry';

const VIEWPORT = { width: 1280, height: 800 };
const POINT = { x: 300, y: 200, width: 0, height: 0 };
const SENTENCE = { x: 100, y: 400, width: 500, height: 60 };

describe('lineHeightOf', () => {
  it('takes the computed height in whole steps, so that the window does not twitch', () => {
    expect(lineHeightOf('25px', '16px')).toBe(32);
    expect(lineHeightOf('31.5px', '16px')).toBe(32);
  });
  it('estimates from the font where the height is normal', () => {
    expect(lineHeightOf('normal', '20px')).toBe(32);
  });
  it('keeps to heights at which a window is of use', () => {
    expect(lineHeightOf('0px', '0px')).toBe(24);
    expect(lineHeightOf('400px', '300px')).toBe(96);
  });
});

describe('layoutOf', () => {
  it('runs the line under the words pointed at, and the cross through the point', () => {
    expect(layoutOf('line', POINT, 32, VIEWPORT).lineY).toBe(216);
    expect(layoutOf('cross', POINT, 32, VIEWPORT)).toMatchObject({ lineY: 200, lineX: 300 });
  });
  it('underlines what is focused or spoken', () => {
    expect(layoutOf('line', SENTENCE, 32, VIEWPORT)).toMatchObject({ lineY: 460, lineX: 100 });
  });
  it('leaves three lines in the ruler and four in the mask, around the point', () => {
    expect(layoutOf('ruler', POINT, 32, VIEWPORT)).toMatchObject({ top: 152, bottom: 248 });
    expect(layoutOf('mask', POINT, 32, VIEWPORT)).toMatchObject({ top: 136, bottom: 264 });
  });
  it('opens the window far enough for a long sentence', () => {
    const { top, bottom } = layoutOf('ruler', { ...SENTENCE, height: 200 }, 32, VIEWPORT);
    expect(top).toBeLessThan(400);
    expect(bottom).toBeGreaterThan(600);
  });
  it('takes the first line of what is too tall to be read at a glance', () => {
    expect(layoutOf('line', { ...SENTENCE, height: 3000 }, 32, VIEWPORT).lineY).toBe(432);
  });
});
