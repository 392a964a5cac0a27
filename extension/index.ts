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
import type { Act } from './messages';
import { createQuiet } from './quiet';

/** How long an orphan stays on the page at most; the look is a property that is read. */
const LOOK_MS = 1_500;

/** What entries of the browser's menu order: an aid and its command. */
const ORDERS: Partial<Readonly<Record<Act, readonly [aid: string, command: string]>>> = {
  read: ['speech', 'selection'],
  annotate: ['pinyin', 'selection'],
};

/** The product in this page until it is left. */
interface Life {
  readonly product: Product;
  begin(): Promise<void>;
  /** Nothing waits any more for the page to be quiet. */
  hurry(): void;
  end(): void;
}

function createLife(): Life {
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
  return { product, begin: () => (begun ??= product.begin().finally(reveal)), hurry: quiet.end, end };
}

/** A life is begun when it is first wanted: this script may be in pages that want nothing, and before there is anything in them (first-scripts.ts). */
function createMain(): Main {
  let life: Life | null = null;
  const live = () => (life ??= createLife());
  return {
    begin: () => live().begin(),
    async press(act, isDeclined) {
      const { product, begin, hurry } = live();
      hurry();
      await begin();
      const { on, toolbar } = product.state.value;
      const isOpen = on && toolbar === 'open';
      const order = ORDERS[act];
      if (act === 'toggle' && isOpen) return product.close();
      // Opening what is open would move the focus there, which only the key asks for. For an order it is enough that we are on.
      if (act === 'focus' || !(order ? on : isOpen)) await product.open(act === 'focus');
      if (isDeclined) product.tell({ key: 'site-declined' });
      // Not waited for: a voice may take seconds, and the background asks again where nobody answers.
      if (order) void product.command(...order);
    },
    leave() {
      life?.end();
      life = null;
    },
  };
}

provide('mingdu-main', createMain());
