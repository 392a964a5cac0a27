// The unit tests alone, for the mutation check: its runner runs every project of a configuration, and ours would start browsers.
import { defineConfig } from 'vitest/config';
import whole from '../../vitest.config';

const { plugins, oxc, test } = whole;
const unit = test?.projects?.find((project) => typeof project === 'object' && 'test' in project && project.test?.name === 'unit');
if (typeof unit !== 'object' || !('test' in unit)) throw new Error('vitest.config.ts has no project of the name unit');

export default defineConfig({
  plugins,
  oxc,
  resolve: unit.resolve,
  test: {
    ...unit.test,
    name: 'unit',
    environment: process.env['MINGDU_MUTATION_PURE'] ? 'node' : 'jsdom',
    setupFiles: ['./scripts/mutation/active-mutant.ts', ...[unit.test?.setupFiles ?? []].flat()],
  },
});
