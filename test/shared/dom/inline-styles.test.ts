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

  it('come back byte for byte as the page wrote all of them meanwhile', () => {
    for (const text of ['color : #012 ;; nonsense', 'font-size:12px!important;color:red', '']) {
      make('margin:0');
      const ledger = createInlineStyles();
      ledger.set(a, element, 'color', 'blue');
      ledger.set(b, element, 'font-size', '20px');
      element.setAttribute('style', text);
      // As aids do once they hear of it.
      ledger.set(a, element, 'color', 'blue');
      ledger.set(b, element, 'font-size', '20px');
      ledger.undo(a);
      ledger.undo(b);
      expect(element.getAttribute('style')).toBe(text);
    }
  });

  it('leave what says nothing, where the page wrote that meanwhile', () => {
    for (const before of [null, 'margin:0']) {
      make(before);
      const ledger = createInlineStyles();
      ledger.set(a, element, 'color', 'blue');
      ledger.set(b, element, 'font-size', '20px');
      element.setAttribute('style', 'nonsense');
      ledger.undo(b);
      ledger.undo(a);
      expect(element.getAttribute('style')).toBe('nonsense');
      expect(element.attributes).toHaveLength(1);
    }
  });

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

  it('come back where an aid went from value to value, and to what it had once it is null again', () => {
    make('color:red;width:5px');
    const ledger = createInlineStyles();
    ledger.set(a, element, 'color', 'blue');
    ledger.set(a, element, 'color', 'green');
    expect(element.style.color).toBe('green');
    ledger.set(a, element, 'width', '1px');
    ledger.set(a, element, 'width', null);
    expect(element.style.width).toBe('5px');
    ledger.undo(a);
    expect(element.getAttribute('style')).toBe('color:red;width:5px');
  });

  it('come back on every element that an aid touched', () => {
    const [one, other] = [document.createElement('p'), document.createElement('p')];
    const ledger = createInlineStyles();
    ledger.set(a, one, 'color', 'blue');
    ledger.set(a, other, 'color', 'blue');
    ledger.undo(a);
    expect([one.outerHTML, other.outerHTML]).toEqual(['<p></p>', '<p></p>']);
  });

  it('stay with the aid that set them when another gives back what it never had', () => {
    const ledger = createInlineStyles();
    ledger.set(b, element, 'color', null);
    ledger.set(a, element, 'color', 'blue');
    ledger.set(b, element, 'color', null);
    ledger.set(b, element, 'width', null);
    ledger.undo(b);
    expect(element.style.color).toBe('blue');
    ledger.set(a, element, 'color', null);
    ledger.undo(a);
    expect(element.getAttribute('style')).toBeNull();
  });

  it.each([
    ['another value, as important as ours', 'purple', 'important'],
    ['our value, less important', 'blue', ''],
  ])('leave what the page wrote meanwhile: %s', (_, value, priority) => {
    make('color:red');
    const ledger = createInlineStyles();
    ledger.set(a, element, 'color', 'blue');
    element.style.setProperty('color', value, priority);
    ledger.undo(a);
    expect(element.style.getPropertyValue('color')).toBe(value);
    expect(element.style.getPropertyPriority('color')).toBe(priority);
  });

  it('leave what the page wrote meanwhile, too, when one of two aids ends', () => {
    const ledger = createInlineStyles();
    ledger.set(a, element, 'color', 'blue');
    ledger.set(b, element, 'color', 'green');
    element.style.setProperty('color', 'purple');
    ledger.undo(b);
    expect(element.style.color).toBe('purple');
  });

  it.each([
    ['without any before', null, 'width', '10px', ''],
    ['another value', 'color:red;width:1px', 'width', '10px', ''],
    ['the same value, important', 'color:red;width:1px', 'width', '1px', 'important'],
  ])('leave other properties that the page wrote meanwhile: %s', (_, style, name, value, priority) => {
    make(style);
    const ledger = createInlineStyles();
    ledger.set(a, element, 'color', 'blue');
    element.style.setProperty(name, value, priority);
    ledger.undo(a);
    expect([element.style.getPropertyValue(name), element.style.getPropertyPriority(name)]).toEqual([value, priority]);
    expect(element.style.color).toBe(style ? 'red' : '');
  });

  it('never set the attribute where the declarations alone give it back, which a strict policy would report', () => {
    make('color: red;');
    const ledger = createInlineStyles();
    ledger.set(a, element, 'color', 'blue');
    element.setAttribute = () => {
      throw new Error('reported');
    };
    ledger.undo(a);
    expect(element.getAttribute('style')).toBe('color: red;');
  });

  it('pass by elements that have no style, also those that have none any more: a form’s field may bear the name', () => {
    const ledger = createInlineStyles();
    ledger.set(a, document.createElementNS('urn:none', 'x'), 'color', 'blue');
    const hidden = document.createElement('form');
    Object.defineProperty(hidden, 'style', { value: document.createElement('input') });
    ledger.set(a, hidden, 'color', 'blue');
    const form = document.createElement('form');
    ledger.set(a, form, 'color', 'blue');
    Object.defineProperty(form, 'style', { value: document.createElement('input') });
    ledger.set(a, element, 'color', 'blue');
    ledger.undo(a);
    expect(element.getAttribute('style')).toBeNull();
  });

  it('are in force at once', () => expect(createInlineStyles().coming()).toBeNull());
});
