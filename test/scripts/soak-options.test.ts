// What `npm run soak` takes, and that all else ends in one line before a browser starts.
// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROUND } from '../../scripts/soak/cycle.mjs';
import { readOptions, USAGE } from '../../scripts/soak/options.mjs';

const SCRIPT = join(import.meta.dirname, '../../scripts/soak.mjs');

/** Run where no browser can be found: one that was started all the same would fail in another way. */
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8', timeout: 60_000, env: { ...process.env, CHROMIUM_BIN: '/bin/false', FIREFOX_BIN: '/bin/false' } });
  return { status, stdout, stderr };
}

describe('the options of the soak', () => {
  it('are a thousand cycles in Chromium where nothing is asked', () => expect(readOptions([])).toEqual({ cycles: 1000, browser: 'chromium' }));

  it.each([
    ['1', ROUND],
    [`${ROUND}`, ROUND],
    [`${ROUND + 1}`, 2 * ROUND],
    ['0600', 600],
  ])('take %s cycles for whole rounds', (cycles, whole) => expect(readOptions(['--cycles', cycles, '--browser=firefox'])).toEqual({ cycles: whole, browser: 'firefox' }));

  it.each(['0', '000', '-5', '1.5', '1e3', '0x10', 'many', '', ' ', '5 ', 'NaN', 'Infinity', '9'.repeat(30)])('refuse %j cycles', (cycles) => {
    expect(readOptions([`--cycles=${cycles}`])).toEqual({ refused: `--cycles ${cycles}: has to be a whole number from 1` });
  });

  it.each(['chrome', 'Firefox', 'safari', '', 'toString'])('refuse the browser %j', (browser) => {
    expect(readOptions(['--browser', browser])).toEqual({ refused: `--browser ${browser}: has to be chromium or firefox` });
  });

  it.each([
    [['--cylces', '5'], '--cylces'],
    [['-x'], '-x'],
    [['--cycles'], '--cycles'],
    [['--cycles', '--browser', 'firefox'], '--cycles'],
    [['--cycles', '-5'], '--cycles'],
    [['--help=yes'], '--help'],
    [['firefox'], 'firefox'],
  ])('refuse %j in one line that names it', (args, named) => {
    const { refused } = readOptions(args) as { refused: string };
    expect(refused).toContain(named);
    expect(refused).not.toContain('\n');
  });

  it.each([[['--help']], [['-h']], [['--help', '--cycles', 'many']]])('are told by %j', (args) => expect(readOptions(args)).toEqual({ isHelp: true }));
});

describe('npm run soak', () => {
  it('prints how it is called', () => expect(run('--help')).toEqual({ status: 0, stdout: `${USAGE}\n`, stderr: '' }));

  it('ends with one line and status 2 where it is asked for what there is not', () => {
    expect(run('--cycles', 'many')).toEqual({ status: 2, stdout: '', stderr: 'npm run soak: --cycles many: has to be a whole number from 1 (--help says the rest)\n' });
  });
});
