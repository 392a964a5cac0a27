// Types of figures.mjs for the tests.
export interface Row {
  measure: string;
  part: string;
  page?: string;
  kind?: string;
  size?: number;
  browser?: string;
  candidate: string;
  unit: string;
  values: (number | string)[];
  over?: number;
  failed?: string;
  lessIsBetter?: boolean;
}
export interface Worse {
  row: Row;
  theirs: Row;
  times: number | undefined;
  apart: boolean;
}
export declare function median(values: readonly number[]): number;
export declare function spreadOf(values: readonly number[]): { median: number; least: number; most: number; count: number };
export declare function ratio(value: number, base: number): number | undefined;
export declare function number(value: number): string;
export declare function figure(row: Partial<Row> | undefined): string;
export declare function isMeasured(row: Partial<Row> | undefined): boolean;
export declare function withUnit(row: Row): string;
export declare function find(rows: readonly Row[], wanted: Partial<Row>): Row | undefined;
export declare function behind(rows: readonly Row[], own: string, others: readonly string[]): Worse[];
export declare function markdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string;
