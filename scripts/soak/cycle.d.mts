/** Cycles of the soak after which all that one does comes again. */
export declare const ROUND: number;
/** The arguments of `cycle` at a number of the soak. */
export declare function callAt(at: number): [turn: number, isAll: boolean];
export declare function cycle(turn: number, isAll: boolean): Promise<void>;
