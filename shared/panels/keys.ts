// Moves the focus among the buttons of a group that is one stop for Tab (APG: toolbar, radio group). Not for what a press does.

const ALONG: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
const BOTH_WAYS: Readonly<Record<string, number>> = { ...ALONG, ArrowDown: 1, ArrowUp: -1 };

/**
 * A `keydown` handler of the group: arrows lead round, Home and End to its ends; no default happens then.
 * @param selector what belongs together, for the element that has the focus
 * @param isRow only the arrows along a row move; those up and down are the page's
 */
export function moveAmong(event: KeyboardEvent, selector: (from: HTMLElement) => string = () => 'button', isRow = false): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const from = event.target as HTMLElement;
  const all = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>(selector(from))];
  const at = all.indexOf(from);
  const step = (isRow ? ALONG : BOTH_WAYS)[event.key];
  const next = event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : step === undefined || at < 0 ? -1 : (at + step + all.length) % all.length;
  if (next < 0) return;
  event.preventDefault();
  all[next]?.focus();
}
