export interface Survivor {
  /** The line it stands in, what was replaced there, and by what. */
  readonly line: string;
  readonly was: string;
  readonly becomes: string;
}
export interface Score {
  readonly made: number;
  readonly killed: number;
  readonly timedOut: number;
  readonly survivors: readonly Survivor[];
  /** What the tests noticed that were there when the check was first run. */
  readonly before?: { readonly made: number; readonly killed: number };
}
export declare function readScores(): Record<string, Score>;
export declare function pageOf(scores: Record<string, Score>): string;
export declare function reasonOf(file: string, survivor: Survivor): string | undefined;
