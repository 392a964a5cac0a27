// Listening for a stretch of an aid's life: Escape while it sounds, the next press when the browser asks for one. What an aid hears all
// its life it asks of its context instead.

export interface Lifetime {
  readonly signal: AbortSignal;
  /** A fenced timer: an error of a listener is thrown in it, where it stops the aid and not the page. */
  later(run: () => void, ms: number): () => void;
}

/**
 * Listens passively until told to leave, or the signal aborts.
 * @returns ends the listening
 */
export function listenWhile(life: Lifetime, target: EventTarget, types: readonly string[], run: (event: Event) => void, capture: boolean): () => void {
  const { signal, later } = life;
  const onEvent = (event: Event) => {
    try {
      run(event);
    } catch (error) {
      later(() => {
        throw error;
      }, 0);
    }
  };
  for (const type of types) target.addEventListener(type, onEvent, { passive: true, capture, signal });
  return () => {
    for (const type of types) target.removeEventListener(type, onEvent, { capture });
  };
}
