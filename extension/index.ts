// The extension in a page beyond the resident script: fetched when the reader left the assist on, or presses.
// Not for the decision whether to start here (content.ts).
import { RULES, VERSION } from 'mingdu:rules';
import { provide } from '../shared/packs/registry';
import { createProduct, type Product } from '../shared/product';
import { isAlive, LOOK_EVENT } from './alive';
import type { Main } from './content';
import { reveal, uncover } from './cover';
import { firstAids } from './first-aids';
import { createExtensionHost } from './host';
import { createQuiet } from './quiet';

/** How long an orphan stays on the page at most; the look is a property that is read. */
const LOOK_MS = 1_500;

function createMain(): Main {
  const life = new AbortController();
  const { signal } = life;
  const end = () => life.abort();
  const quiet = createQuiet(window, signal);
  const begunAids = new Set<string>();
  const host = createExtensionHost(window, { quiet, onGone: end, onBegun: (id) => begunAids.add(id) && showWhenDone() });
  const product: Product = createProduct({ document, host, rules: RULES, version: VERSION, signal });

  /** Nothing stands in for the aids that a page is first seen with once they have done what they do at once, or have failed. */
  function showWhenDone(): void {
    if (firstAids(product.settings.value).every((id) => begunAids.has(id))) {
      uncover();
      reveal();
    }
  }

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
  const begin = () => (begun ??= product.begin().finally(reveal));
  return {
    begin,
    async press(act, isDeclined) {
      quiet.end();
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

/** Made when it is first wanted: this script may be in pages that want nothing, and before there is anything in them (first-scripts.ts). */
let made: Main | null = null;
const main = () => (made ??= createMain());
const whenWanted: Main = { begin: () => main().begin(), press: (act, isDeclined) => main().press(act, isDeclined) };

provide('mingdu-main', whenWanted);
