// Types of pinyin-peers.mjs for the tests.
export interface Peer { readonly name: string; readonly library: string }
export declare const PEERS: readonly Peer[];
export declare function openPeer(peer: Peer, own?: unknown): Promise<(text: string) => readonly string[]>;
