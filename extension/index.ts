// The extension in a page beyond the resident script: fetched when the reader left the assist on, or presses.
// Not for the decision whether to start here (content.ts).
import { RULES, VERSION } from 'mingdu:rules';
import { provide } from '../shared/packs/registry';
import { createProduct, type Product } from '../shared/product';
import { isAlive, LOOK_EVENT } from './alive';
import type { Main } from './content';
import { createExtensionHost } from './host';

/** How long an orphan stays on the page at most; the look is a property that is read. */
const LOOK_MS = 1_500;

function createMain(): Main {
  const life = new AbortController();
  const { signal } = life;
  const end = () => life.abort();
  const host = createExtensionHost(window, end);
  const product: Product = createProduct({ document, host, rules: RULES, version: VERSION, signal });

  // Nothing tells a content script that its extension has gone (a port ends with every sleep of the background), so it looks: when the
  // reader comes back, when a new copy comes in, and by the clock while something is on. In Firefox it is gone itself (leftovers.ts).
  const look = () => {
    if (!isAlive()) end();
  };
  let clock = 0;
  product.state.watch(({ on }) => {
    window.clearInterval(clock);
    if (on && !signal.aborted) clock = window.setInterval(look, LOOK_MS);
  }, signal);
  signal.addEventListener('abort', () => window.clearInterval(clock), { once: true });
  document.addEventListener('visibilitychange', look, { signal });
  document.addEventListener(LOOK_EVENT, look, { signal });
  window.addEventListener('focus', look, { signal });

  let begun: Promise<void> | null = null;
  const begin = () => (begun ??= product.begin());
  return {
    begin,
    async press(act, isDeclined) {
      await begin();
      const { on, toolbar } = product.state.value;
      const isOpen = on && toolbar === 'open';
      if (act === 'toggle' && isOpen) return product.close();
      // Opening what is open would move the focus there, which only the key asks for.
      if (act === 'focus' || !isOpen) await product.open(act === 'focus');
      if (isDeclined) product.tell({ key: 'site-declined' });
    },
  };
}

provide('mingdu-main', createMain());
