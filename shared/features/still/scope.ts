// What belongs to a show: the box around it that still is the same thing, with its arrows and dots. Reads only.
import { up } from '../../dom/marker';
import { clipOf } from './seen';

/** How far out the buttons of a carousel may stand, in elements and in times its area. */
const SCOPE_STEPS = 4;
const SCOPE_TIMES = 3;
/** What is smaller than this part of the whole is a button or a dot, also for a pointer that only goes over it. */
const BUTTON_PART = 0.15;

function areaOf(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
}

/** Whether an element is small beside the show that it stands in. */
export const isButtonOf = (element: Element, scope: Element) => areaOf(element) < areaOf(scope) * BUTTON_PART;

/** The box of the show with its arrows and dots: outwards as long as it does not become another thing. */
export function scopeOf(element: Element): Element {
  let scope = up(element) ?? element;
  const clip = clipOf(element);
  const area = areaOf(clip ?? scope);
  for (let at = up(scope), steps = 0; at && at.localName !== 'body' && at.localName !== 'html' && steps < SCOPE_STEPS; at = up(at), steps += 1) {
    if (areaOf(at) > area * SCOPE_TIMES && !(clip && at.contains(element) && clip.contains(at))) break;
    scope = at;
  }
  return scope;
}
