// Why a page could not be looked at: what the browser says, turned into one of a few kinds. The sentences are in command/words.ts.

/** Kinds of failure; each has a sentence. */
export type FailureKind = 'name' | 'refused' | 'unreachable' | 'certificate' | 'redirects' | 'aborted' | 'download' | 'notHtml' | 'status' | 'tooLarge' | 'noEnd' | 'overTime' | 'dialogs' | 'crashed' | 'moves' | 'noWidget' | 'other';

/** A page that cannot be looked at, or not any longer. */
export class PageFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly detail = '',
  ) {
    super(`${kind}: ${detail}`);
  }
}

const BY_MESSAGE: readonly (readonly [RegExp, FailureKind])[] = [
  [/ERR_NAME_NOT_RESOLVED/, 'name'],
  [/ERR_CONNECTION_REFUSED/, 'refused'],
  [/ERR_TOO_MANY_REDIRECTS/, 'redirects'],
  [/ERR_CERT_|ERR_SSL_/, 'certificate'],
  [/ERR_(CONNECTION|ADDRESS|INTERNET|NETWORK|TIMED_OUT|EMPTY_RESPONSE|SOCKET|TUNNEL|PROXY)/, 'unreachable'],
  [/ERR_ABORTED/, 'aborted'],
  [/Navigation timeout|TimeoutError/, 'noEnd'],
  [/Page crashed|Target closed|Session closed|Protocol error.*(closed|detached)|Connection closed/i, 'crashed'],
  [/Not attached to an active page|Execution context|Cannot find context|detached Frame|frame (got|was) detached|navigation/i, 'moves'],
];
const MOST_LETTERS = 200;

/** What any error means for the page it came from. */
export function failureOf(error: unknown): PageFailure {
  if (error instanceof PageFailure) return error;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const kind = BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1] ?? 'other';
  return new PageFailure(kind, (message.split('\n')[0] ?? '').slice(0, MOST_LETTERS));
}
