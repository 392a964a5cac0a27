// Escape pauses while it sounds, with the focus in the page or in a frame of it: heard passively, prevents nothing, and is left alone where the
// page has used it or a character is being composed. In our own interface Escape has other work. Not for pausing.
import { isElement, isOurs } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { listenWhile } from '../../speech/listen-while';
import type { speechDescriptor } from './descriptor';

/** Whether an event comes from our own interface. */
export function isFromUs(event: Event): boolean {
  const target = event.composedPath()[0];
  return isElement(target) && isOurs(target);
}

/** @returns ends the listening */
export function listenForEscape(context: FeatureContext<typeof speechDescriptor.settings>, run: () => void): () => void {
  const drops: (() => void)[] = [];
  let isDropped = false;
  const isMeant = (event: Event) => {
    const { key, isComposing } = event as KeyboardEvent;
    return !isDropped && key === 'Escape' && !isComposing && !event.defaultPrevented && !isFromUs(event);
  };
  const views = new Set<Window>();
  for (const root of [context.page.document, ...context.page.roots.value]) {
    const view = root.nodeType === 9 ? (root as Document).defaultView : null;
    if (view) views.add(view);
  }
  for (const view of views) {
    drops.push(
      listenWhile(context, view, ['keydown'], (event) => {
        if (isMeant(event)) run();
      }, false),
      // A page may keep a key from bubbling: whether it used it is known once it has been everywhere. By then it may have done its
      // work, and another reading have begun that it was not meant for.
      listenWhile(context, view, ['keydown'], (event) => {
        if (isMeant(event)) context.later(() => isMeant(event) && run(), 0);
      }, true),
    );
  }
  return () => {
    isDropped = true;
    drops.forEach((drop) => drop());
  };
}
