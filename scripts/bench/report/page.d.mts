// Types of page.mjs for the tests.
import type { Row } from './figures.mjs';
export interface Machine {
  processor: string;
  cores: number;
  memory: string;
  system: string;
  node: string;
  browsers: string[];
  loadAverage: number[];
  loadAverages?: number[];
}
export interface Measured {
  plan: { runs: number; limit: number; main: string; mainText: string; quick: boolean };
  date: string;
  machine: Machine;
  candidates: { id: string; name: string; kind: string }[];
  rows: Row[];
}
export interface Figures {
  peers?: Measured;
  growth?: Measured;
  themes?: Record<string, { date: string; machine: Machine; text: string }>;
}
export declare function benchmarksPage(figures: Figures): { text: string; plots: Record<string, string> };
