// Keeps figures and writes the page of them: figures.json, the plots beside it, and benchmarks.md one folder above. Not for what stands in it.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../ensure.mjs';
import { benchmarksPage } from './page.mjs';

/** @param isTrial whether it goes to dist/bench/ and leaves the documentation as it is */
export function createStore(isTrial) {
  const folder = join(PROJECT, isTrial ? 'dist/bench' : 'docs');
  const plots = join(folder, 'benchmarks');
  const file = join(plots, 'figures.json');
  const read = () => {
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
      if (error.code === 'ENOENT') return {};
      throw error;
    }
  };
  /** A row a line, so that a difference between runs can be read. */
  const text = (figures) => JSON.stringify(figures, (_, value) => (Array.isArray(value) && typeof value[0] === 'object' ? value.map((one) => `\u0000${JSON.stringify(one)}`) : value), 1).replace(/"\\u0000((?:[^"\\]|\\.)*)"/g, (_, row) => JSON.parse(`"${row}"`));
  return {
    page: join(folder, 'benchmarks.md'),
    /** Takes a part in place of what was there of it, and writes all anew. */
    put(part) {
      const before = read();
      const figures = { ...before, ...part, ...(part.themes && { themes: { ...before.themes, ...part.themes } }) };
      mkdirSync(plots, { recursive: true });
      writeFileSync(file, `${text(figures)}\n`);
      this.write(figures);
    },
    write(figures = read()) {
      const made = benchmarksPage(figures);
      mkdirSync(plots, { recursive: true });
      for (const name of readdirSync(plots)) if (name.endsWith('.svg') && !(name in made.plots)) rmSync(join(plots, name));
      for (const [name, svg] of Object.entries(made.plots)) writeFileSync(join(plots, name), svg);
      writeFileSync(join(folder, 'benchmarks.md'), made.text);
    },
  };
}
