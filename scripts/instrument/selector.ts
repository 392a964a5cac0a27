// A short selector that leads a person to an element: from the nearest id down, with classes where there are any. Reads only.
import { frameOf } from './frames';

/** At most so many steps: the last ones are what a person looks for. */
const MOST_STEPS = 5;

/** For reading, and for `querySelector` where the classes of the page tell elements apart. */
export function selectorOf(element: Element): string {
  const steps: string[] = [];
  let at: Element | null = element;
  while (at !== null && steps.length < MOST_STEPS) {
    if (at.id !== '') {
      steps.unshift(`#${at.id}`);
      break;
    }
    steps.unshift(stepOf(at));
    const parent: Node | null = at.parentNode;
    if (parent !== null && parent.nodeType === 11) {
      steps.unshift(`${stepOf((parent as ShadowRoot).host)} ::shadow`);
      break;
    }
    at = at.parentElement;
  }
  const frame = frameOf(element.ownerDocument);
  return (frame === null ? '' : `${stepOf(frame)} ::frame `) + steps.join(' > ');
}

function stepOf(element: Element): string {
  const classes = [...element.classList].slice(0, 2).map((name) => `.${name}`).join('');
  const same = [...(element.parentElement?.children ?? [])].filter((one) => one.localName === element.localName);
  const place = same.length > 1 ? `:nth-of-type(${same.indexOf(element) + 1})` : '';
  return `${element.localName}${classes}${place}`;
}
