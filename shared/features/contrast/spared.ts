// Regions that their authors want left alone keep what they inherited and the ground they stood on.
// Reads before anything is written, then gives rules to write.
import type { Edits } from '../../dom/edits';
import { alphaOf, type Colour, hexOf, over, parseColour } from './colour';
import { keepRule, markName } from './sheet';

/** What flows into a region from around it and would carry our colours in. */
const INHERITED = ['color', 'text-shadow', 'color-scheme', 'accent-color', '-webkit-text-fill-color'];

/** @returns pins a region; called while the page has its own colours, it returns what is to be written */
export function createSpared(edits: Edits): (element: Element, ground: Colour) => () => void {
  const keys = new Map<string, string>();
  return (element, ground) => {
    const style = element.ownerDocument.defaultView?.getComputedStyle(element);
    const declarations: Record<string, string> = {};
    if (style) {
      for (const property of INHERITED) {
        const value = style.getPropertyValue(property);
        if (value !== '') declarations[property] = value;
      }
      // As a colour it would go down into text that has another one.
      if (declarations['-webkit-text-fill-color'] === style.color) declarations['-webkit-text-fill-color'] = 'currentcolor';
      Object.assign(declarations, groundOf(style, ground));
    }
    return () => {
      const text = JSON.stringify(declarations);
      let key = keys.get(text);
      if (key === undefined) {
        keys.set(text, (key = String(keys.size)));
        edits.rule('keep', keepRule(key, declarations));
      }
      edits.mark(element, markName('keep'), key);
    };
  };
}

/** The page's ground, seen through the region, is drawn inside it: as a shadow where that can be, so that its own colour stays `transparent`. */
function groundOf(style: CSSStyleDeclaration, ground: Colour): Record<string, string> {
  const alpha = alphaOf(style.backgroundColor);
  if (alpha === 1) return {};
  if (alpha === 0 && style.backgroundImage === 'none' && style.boxShadow === 'none') return { 'box-shadow': `inset 0 0 0 100vmax ${hexOf(ground)}` };
  const own = parseColour(style.backgroundColor);
  return { 'background-color': hexOf(own ? over(own, ground) : ground) };
}
