// SPDX-License-Identifier: GPL-3.0-or-later
// The page that nobody sees and that makes the sound: a service worker has no audio. It does as it is told.
import type { PortEvent } from '../../shared/speech/pack/protocol';
import { createPlayer } from '../player';
import type { Chrome } from './chrome';
import { parseToPage, type ToWorker } from './messages';

declare const chrome: Chrome;

const player = createPlayer();

function tell(event: PortEvent): void {
  const message: ToWorker = { to: 'worker', event };
  // It may have been ended meanwhile; then nobody waits for the event any more.
  chrome.runtime.sendMessage(message).catch(() => undefined);
}

chrome.runtime.onMessage.addListener((value) => {
  const ask = parseToPage(value);
  if (ask?.type === 'pause' || ask?.type === 'resume' || ask?.type === 'cancel') player[ask.type]();
  if (ask?.type !== 'speak') return;
  const { id, utterance } = ask;
  player.speak(utterance, {
    onStart: () => tell({ type: 'start', id }),
    onWord: (unit, length) => tell({ type: 'word', id, unit, length }),
    onEnd: () => tell({ type: 'end', id }),
    onFailure: (failure) => tell({ type: 'failed', id, failure }),
  });
});
