// What this aid changes on a page: told to site owners (docs/what-it-changes.md) and proven by test/browser/what-it-changes.test.ts. No code of it.
import type { AidChanges } from '../../changes';

export const mediaChanges: AidChanges = {
  listens: ['durationchange', 'emptied', 'ended', 'error', 'loadedmetadata', 'pause', 'play', 'playing', 'timeupdate', 'volumechange', 'waiting'],
  also: [
    { zh: ['读者按了才播放、暂停、调音量', '读者自己按的，不改回'], en: ['Plays, pauses and sets the volume at the reader’s press alone', 'The reader’s own act; not taken back'] },
  ],
};
