// @vitest-environment node
// The reader of the speech service's log, on a log as speech-dispatcher 0.11 writes it.
import { expect, it } from 'vitest';
import { spokenIn } from './service-log';

const line = (kind: string, body: string) => `[Thu Nov 26 20:16:28 2026 : 600105] speechd:     17:${kind}:|${body}\n|${kind === 'DATA' ? ' (62)' : ''}\n`;

it('tells what was asked for, by which voice, and what was played to its end', () => {
  const log = [
    line('DATA', 'LIST SYNTHESIS_VOICES'),
    line('REPLY', '249-Chinese (Mandarin, latin as English)\tcmn\tnone\n249 OK VOICE LIST SENT'),
    line('DATA', 'SET SELF SYNTHESIS_VOICE Chinese (Mandarin, latin as Pinyin)'),
    line('REPLY', '209 OK VOICE SET'),
    line('DATA', 'speak'),
    line('REPLY', '230 OK RECEIVING DATA'),
    line('DATA', '第一句。'),
    line('DATA', '.'),
    line('REPLY', '225-1\n225 OK MESSAGE QUEUED'),
    line('REPLY', '701-1\n701-1\n701 BEGIN'),
    line('REPLY', '702-1\n702-1\n702 END'),
    line('DATA', 'speak'),
    line('DATA', '第二句。'),
    line('DATA', '.'),
    line('REPLY', '225-2\n225 OK MESSAGE QUEUED'),
    line('DATA', 'STOP SELF'),
    line('REPLY', '703-2\n703-1\n703 CANCELED'),
  ].join('');
  const voice = 'Chinese (Mandarin, latin as Pinyin)';
  expect(spokenIn(log)).toEqual([
    { voice, text: '第一句。', isWhole: true },
    { voice, text: '第二句。', isWhole: false },
  ]);
  expect(spokenIn('')).toEqual([]);
});
