export declare const EXPLAINED: readonly { readonly file: string; readonly line: string; readonly was?: string; readonly becomes?: string; readonly why: string }[];
