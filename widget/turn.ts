// One voice among a site's tabs: who begins to speak tells the others, which pause. Where a browser has no BroadcastChannel, or refuses the
// page one, everybody speaks for himself.
import type { Turn } from '../shared/speech/driver';

const CHANNEL = 'mingdu-voice';
const TAKEN = 'taken';

/** The turn among the tabs of a site. Never throws: without a channel nobody is told and nobody is heard. */
export function createTurn(view: Window): Turn {
  /** Open while somebody listens: a page that never speaks has none. */
  let channel: BroadcastChannel | null | undefined;
  const open = () => {
    const { BroadcastChannel: Channel } = view as Window & { readonly BroadcastChannel?: typeof BroadcastChannel };
    if (channel !== undefined) return channel;
    try {
      channel = Channel ? new Channel(CHANNEL) : null;
    } catch {
      // Firefox refuses it with a SecurityError where the site may store nothing, or the frame is sandboxed: one voice less to ask, no reason not to read.
      channel = null;
    }
    return channel;
  };
  return {
    take: () => open()?.postMessage(TAKEN),
    onTaken(run, signal) {
      // A channel does not hear itself.
      open()?.addEventListener('message', ({ data }) => data === TAKEN && run());
      signal.addEventListener(
        'abort',
        () => {
          channel?.close();
          channel = undefined;
        },
        { once: true },
      );
    },
  };
}
