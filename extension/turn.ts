// One voice among the pages and frames that the extension serves: who begins tells the background, which tells all. Nothing is kept
// anywhere, so a background that was ended meanwhile does no harm.
import browser from 'webextension-polyfill';
import type { Turn } from '../shared/speech/driver';
import { parseMessage, type TurnMessage } from './messages';

/** The turn among all that this extension serves; each call is a speaker of its own, which does not hear itself. */
export function createTurn(): Turn {
  const by = crypto.getRandomValues(new Uint32Array(2)).join('-');
  return {
    take() {
      const message: TurnMessage = { type: 'turn', by };
      // An extension that has gone has no others to pause.
      Promise.resolve(browser.runtime.sendMessage(message)).catch(() => undefined);
    },
    onTaken(run, signal) {
      const hear = (value: unknown): undefined => {
        const message = parseMessage(value);
        if (message?.type === 'turn' && message.by !== by) run();
      };
      browser.runtime.onMessage.addListener(hear);
      signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(hear), { once: true });
    },
  };
}
