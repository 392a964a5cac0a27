// @vitest-environment jsdom
// Which drawing stands over what, and that its hot spot is exact.
import { describe, expect, it } from 'vitest';
import { DRAWINGS, shapeOver, SIZE_PX, transformFor } from '../../../../shared/features/pointer/shapes';

function over(markup: string, selector: string, cursor = 'auto', isSelectable = true): string {
  document.body.innerHTML = markup;
  const target = document.querySelector(selector);
  if (!target) throw new Error(`no ${selector}`);
  return shapeOver(target, cursor, isSelectable);
}

describe('shapeOver', () => {
  it('is a hand over what can be pressed, also deep in it', () => {
    expect(over('<a href="#"><b>通知</b></a>', 'b')).toBe('hand');
    expect(over('<button>查询</button>', 'button')).toBe('hand');
    expect(over('<input type="submit">', 'input')).toBe('hand');
    expect(over('<div><i>更多</i></div>', 'i', 'pointer')).toBe('hand');
  });
  it('is an arrow over what is disabled and over what is blank', () => {
    expect(over('<button disabled>查询</button>', 'button')).toBe('arrow');
    expect(over('<button disabled>查询</button>', 'button', 'pointer')).toBe('arrow');
    expect(over('<p>文</p>', 'p', 'default')).toBe('arrow');
    expect(over('<div> <p>文</p> </div>', 'div')).toBe('arrow');
    expect(over('<a name="top"></a>', 'a')).toBe('arrow');
  });
  it('is a beam over text and where one writes', () => {
    expect(over('<p>文</p>', 'p')).toBe('beam');
    expect(over('<input type="text">', 'input')).toBe('beam');
    expect(over('<div contenteditable="true"><p></p></div>', 'p')).toBe('beam');
  });
  it.each([
    ['wait', 'wait'], ['not-allowed', 'no'], ['crosshair', 'cross'], ['grabbing', 'move'], ['col-resize', 'ew'], ['row-resize', 'ns'], ['se-resize', 'nwse'],
    ['sw-resize', 'nesw'], ['zoom-in', 'closer'], ['zoom-out', 'farther'], ['help', 'help'], ['url("a,b.cur") 2 2, pointer', 'hand'],
  ])('follows the page where it asks for %s', (cursor, shape) => {
    expect(over('<button disabled>查询</button><p>文</p>', 'p', cursor)).toBe(shape);
  });
  it('is an arrow over text that cannot be selected', () => {
    expect(over('<p>文</p>', 'p', 'auto', false)).toBe('arrow');
  });
});

describe('transformFor', () => {
  it('puts the hot spot on the point in every shape and size', () => {
    for (const [shape, { hot }] of Object.entries(DRAWINGS)) {
      for (const size of Object.values(SIZE_PX)) {
        const [x, y] = (transformFor(shape as keyof typeof DRAWINGS, size, { x: 640, y: 400 }).match(/-?[\d.]+(?=px)/g) ?? []).map(Number);
        expect((x ?? 0) + (hot[0] * size) / 32).toBeCloseTo(640, 1);
        expect((y ?? 0) + (hot[1] * size) / 32).toBeCloseTo(400, 1);
      }
    }
  });
});
