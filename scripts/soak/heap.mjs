// What a heap snapshot of Chromium says in a few numbers: the heap without V8's own code, that code, what the browser holds beside it, and DOM nodes that are alive and in no document.
// Not for who holds them: open a snapshot in the developer tools for that.

/** Compiled scripts, what V8 knows of their types, and the sources. They come and go as V8 likes. */
const CODE = 'code';
/** Lies in the browser's own heap, not in that of scripts. */
const NATIVE = 'native';
const DETACHED = 2;

/** Takes a snapshot; collects all garbage first. @param {import('puppeteer-core').CDPSession} client */
export async function takeHeap(client) {
  const parts = [];
  const take = ({ chunk }) => parts.push(chunk);
  client.on('HeapProfiler.addHeapSnapshotChunk', take);
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  client.off('HeapProfiler.addHeapSnapshotChunk', take);
  return JSON.parse(parts.join(''));
}

/**
 * @param snapshot what `takeHeap` gave
 * @returns {{ code: number, rest: number, native: number, detached: number }} bytes of V8's code, of all else that scripts hold, of the browser's own objects; DOM nodes in no document
 */
export function sumHeap({ snapshot, nodes }) {
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size, detachedness] = ['type', 'self_size', 'detachedness'].map((field) => fields.indexOf(field));
  const sum = { code: 0, rest: 0, native: 0, detached: 0 };
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = types[type][nodes[at + type]];
    if (kind === CODE) sum.code += nodes[at + size];
    else if (kind !== NATIVE) sum.rest += nodes[at + size];
    else {
      sum.native += nodes[at + size];
      if (nodes[at + detachedness] === DETACHED) sum.detached += 1;
    }
  }
  return sum;
}
