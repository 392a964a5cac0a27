// Types of plot.mjs for the tests.
export declare function escapeXml(text: string): string;
export declare function logTicks(least: number, most: number): number[];
export interface Plot {
  title: string;
  description: string;
}
export declare function growthPlot(plot: Plot & { xName: string; yName: string; series: readonly { name: string; isOwn: boolean; points: readonly (readonly [number, number])[] }[] }): string;
export declare function barPlot(plot: Plot & { bars: readonly { name: string; value: number; label: string; isOwn: boolean }[] }): string;
