// What a desktop's speech service was asked to say, read from its own log of the protocol (SSIP). Pure, on text.

/** One message to the service. */
export interface Spoken {
  readonly voice: string;
  readonly text: string;
  /** Whether the service said that it was played to its end; a message that was stopped never is. */
  readonly isWhole: boolean;
}

/** `…speechd:  17:DATA:|text|` and `…REPLY:|225-2 …|`, over several lines where the text has several. */
const ENTRY = /:\s+\d+:(DATA|REPLY):\|([^|]*)\|/g;
const VOICE = /^SET SELF SYNTHESIS_VOICE (.+)$/m;

/** @param log the protocol log as the service wrote it @returns the messages, oldest first */
export function spokenIn(log: string): Spoken[] {
  const messages: { voice: string; text: string; id: string; isWhole: boolean }[] = [];
  let voice = '';
  let isText = false;
  for (const [, kind, body = ''] of log.matchAll(ENTRY)) {
    const said = body.trim();
    if (kind === 'REPLY') {
      // 225-N: the number the message got; 702-N: it was played to its end.
      const queued = /^225-(\d+)/.exec(said)?.[1];
      const last = messages.at(-1);
      if (queued !== undefined && last) last.id = queued;
      const ended = /^702-(\d+)/.exec(said)?.[1];
      const whole = messages.findLast(({ id }) => id === ended);
      if (whole) whole.isWhole = true;
    } else if (isText) {
      if (said === '.') isText = false;
      else messages.push({ voice, text: said, id: '', isWhole: false });
    } else if (said.toLowerCase() === 'speak') isText = true;
    else voice = VOICE.exec(said)?.[1] ?? voice;
  }
  return messages.map(({ voice: by, text, isWhole }) => ({ voice: by, text, isWhole }));
}
