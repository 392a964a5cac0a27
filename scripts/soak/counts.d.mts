/** What a page's scripts hold on to; on `window` as `mingduCounts`. */
export interface Counts {
  listeners(): string[];
  listenerCount(): number;
  observers(): string[];
  sheets(): number;
  highlights(): number;
  nodes(): number;
}
export function countHolds(): void;
