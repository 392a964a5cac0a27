import type { CDPSession } from 'puppeteer-core';

/** As V8 writes it. */
export interface HeapSnapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly (readonly string[] | string)[] } };
  readonly nodes: readonly number[];
}
export function takeHeap(client: CDPSession): Promise<HeapSnapshot>;
export function sumHeap(heap: HeapSnapshot): { code: number; rest: number; native: number; detached: number };
