import { beforeEach, describe, expect, it } from 'vitest';
import { createInlineStyles } from '../../../shared/dom/inline-styles';

let element: HTMLElement;
const a = {};
const b = {};

function make(style: string | null): void {
  element = document.createElement('p');
  if (style !== null) element.setAttribute('style', style);
}

describe('overridden inline styles', () => {
  beforeEach(() => make(null));

  it.each([[null], [''], [' color : RED ;; '], ['font-size:12px!important; nonsense'], ['COLOR:red;font:12px/1.5 serif']])(
    'come back byte for byte from %j',
    (style) => {
      make(style);
      const ledger = createInlineStyles();
      ledger.set(a, element, 'color', 'blue');
      ledger.set(a, element, 'font-size', '20px');
      expect(element.style.getPropertyValue('color')).toBe('blue');
      expect(element.style.getPropertyPriority('color')).toBe('important');
      ledger.undo(a);
      expect(element.getAttribute('style')).toBe(style);
    },
  );

  it('end in any order of owners', () => {
    for (const [first, second] of [[a, b], [b, a]] as const) {
      make('color:red');
      const ledger = createInlineStyles();
      ledger.set(a, element, 'color', 'blue');
      ledger.set(b, element, 'color', 'green');
      ledger.undo(first);
      expect(element.style.color).toBe(first === a ? 'green' : 'blue');
      ledger.undo(second);
      expect(element.getAttribute('style')).toBe('color:red');
    }
  });

  it('leave what the page wrote meanwhile', () => {
    make('color:red');
    const ledger = createInlineStyles();
    ledger.set(a, element, 'color', 'blue');
    element.style.setProperty('color', 'purple');
    ledger.undo(a);
    expect(element.style.color).toBe('purple');
  });

  it('leave what the page wrote meanwhile, also where it was overridden anew', () => {
    for (const write of [(style: CSSStyleDeclaration) => style.setProperty('color', 'purple'), (style: CSSStyleDeclaration) => void (style.cssText = 'color:purple')]) {
      make('color:red');
      const ledger = createInlineStyles();
      ledger.set(a, element, 'color', 'blue');
      write(element.style);
      ledger.set(a, element, 'color', 'green');
      expect(element.style.color).toBe('green');
      ledger.undo(a);
      expect(element.style.color).toBe('purple');
    }
  });

  it('leave other properties that the page wrote meanwhile', () => {
    make('color:red');
    const ledger = createInlineStyles();
    ledger.set(a, element, 'color', 'blue');
    element.style.width = '10px';
    ledger.undo(a);
    expect(element.style.color).toBe('red');
    expect(element.style.width).toBe('10px');
  });

  it('give one property back alone', () => {
    make('color:red');
    const ledger = createInlineStyles();
    ledger.set(a, element, 'color', 'blue');
    ledger.set(a, element, 'width', '1px');
    ledger.set(a, element, 'width', null);
    expect(element.style.width).toBe('');
    expect(element.style.color).toBe('blue');
    ledger.undo(a);
    expect(element.getAttribute('style')).toBe('color:red');
  });
});
