// What was wrong with a call of the command, before any page was opened. Not for pages that fail (look/failure.ts).

/** Names of the sentences in words.ts. */
export type UsageKind = 'argument' | 'aids' | 'number' | 'failOn' | 'files' | 'lang' | 'noTarget' | 'manyTargets' | 'noSuchTarget' | 'noScheme' | 'scheme' | 'crawlWithFolder' | 'noPages' | 'noSitemap' | 'noBrowser' | 'noSuchBrowser' | 'otherOptions' | 'notOurs' | 'noFolder' | 'noCommand';

/** The command cannot run as it was called: exit status 2. */
export class UsageError extends Error {
  constructor(
    readonly kind: UsageKind,
    readonly detail: string,
  ) {
    super(`${kind}: ${detail}`);
  }
}

/** @param detail what the sentence is about: a value, an address, a path */
export const usageError = (kind: UsageKind, detail: string): UsageError => new UsageError(kind, detail);
