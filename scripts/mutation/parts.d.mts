export interface Part {
  readonly files: readonly string[];
  readonly tests: readonly string[];
  readonly pure?: boolean;
  readonly without?: readonly string[];
}
export declare const PARTS: Readonly<Record<string, Part>>;
export declare const LEFT_OUT: Readonly<Record<string, string>>;
