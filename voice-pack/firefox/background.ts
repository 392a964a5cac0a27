// SPDX-License-Identifier: GPL-3.0-or-later
// Firefox lets no extension add a voice to the browser; so this one speaks for Mingdu alone, in its background page, by PROTOCOL.md, part two.
import { parsePortAsk, type FromPort } from '../../shared/speech/pack/protocol';
import { createPlayer } from '../player';
import { VOICES } from '../voices';

/** Who is served. Firefox itself says who calls. */
const MINGDU = 'mingdu@mingdu';

interface Port {
  readonly sender?: { readonly id?: string };
  postMessage(message: FromPort): void;
  disconnect(): void;
  readonly onMessage: { addListener(run: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(run: () => void): void };
}
declare const browser: { readonly runtime: { readonly onConnectExternal: { addListener(run: (port: Port) => void): void } } };

const player = createPlayer();
/** Whose text sounds, and how to tell it that somebody else's does now. */
let speaking: { readonly port: Port; interrupt(): void } | null = null;

browser.runtime.onConnectExternal.addListener((port) => {
  if (port.sender?.id !== MINGDU) return port.disconnect();
  let isOpen = true;
  const tell = (message: FromPort) => {
    if (isOpen) port.postMessage(message);
  };
  const cancel = () => {
    if (speaking?.port !== port) return;
    speaking = null;
    player.cancel();
  };
  port.onDisconnect.addListener(() => {
    isOpen = false;
    cancel();
  });
  port.onMessage.addListener((value) => {
    const ask = parsePortAsk(value);
    if (ask?.type === 'voices') tell(VOICES);
    if (ask?.type === 'wake') {
      player.wake().then(
        () => tell(VOICES),
        (error: unknown) => {
          console.error('明读语音包:', error);
          isOpen = false;
          port.disconnect();
        },
      );
    }
    if (ask?.type === 'cancel') cancel();
    if (ask?.type !== 'speak') return;
    const { id, utterance } = ask;
    if (speaking && speaking.port !== port) speaking.interrupt();
    const mine = (speaking = { port, interrupt: () => tell({ type: 'failed', id, failure: 'interrupted' }) });
    const over = (message: FromPort) => {
      if (speaking === mine) speaking = null;
      tell(message);
    };
    player.speak(utterance, {
      onStart: () => tell({ type: 'start', id }),
      onWord: (unit, length) => tell({ type: 'word', id, unit, length }),
      onEnd: () => over({ type: 'end', id }),
      onFailure: (failure) => over({ type: 'failed', id, failure }),
    });
  });
});
