/** Cycles after which all that is fetched or made once is there. */
export declare const WARM_UP: number;
export declare function cycle(at: number, isAll?: boolean): Promise<void>;
