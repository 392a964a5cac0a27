// The keyboard inside our interface: arrows in the bar and in a choice, Escape one step at a time. The page's keys are not heard here.

/** What keys lead to; each says whether it did something. */
export interface KeyTargets {
  /** Closes the innermost open part, else leads back to the page. */
  escape(): void;
  /** ↓ on a button with choices. */
  open(at: string): void;
  /** The control that Tab should reach from the bar, if a part of the panel was asked for. */
  asked(): HTMLElement | null;
}

const MOVES: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Moves the focus among `all`; Home and End reach the ends, arrows go round. */
function move(all: readonly HTMLElement[], from: HTMLElement, key: string): boolean {
  const step = MOVES[key];
  const at = all.indexOf(from);
  const next = key === 'Home' ? 0 : key === 'End' ? all.length - 1 : step === undefined ? -1 : (at + step + all.length) % all.length;
  all[next]?.focus();
  return next >= 0;
}

/**
 * Handles one key press in our root. Everything else is left to the browser, but kept from the page, whose shortcuts it is not meant for.
 * @returns whether it was ours, so that the browser should not act as well
 */
export function handleKey(event: KeyboardEvent, targets: KeyTargets): boolean {
  const { key } = event;
  const from = event.target as HTMLElement;
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false;
  if (key === 'Escape') {
    targets.escape();
    return true;
  }
  const bar = from.closest<HTMLElement>('[role=toolbar]');
  const choice = from.closest<HTMLElement>('[role=radiogroup]');
  if (bar && key === 'Tab' && !event.shiftKey) {
    const asked = targets.asked();
    asked?.focus();
    return asked !== null;
  }
  if (bar && key === 'ArrowDown' && from.dataset['opens'] !== undefined) {
    targets.open(from.dataset['opens']);
    return true;
  }
  const group = choice ?? bar;
  if (!group || (bar && /Up|Down/.test(key)) || event.shiftKey) return false;
  return move([...group.querySelectorAll<HTMLElement>('button')], from, key);
}
