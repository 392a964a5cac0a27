// What `npm run soak` is asked for, and what is said of what it cannot be asked. Not for the run (soak.mjs).
import { parseArgs } from 'node:util';
import { ROUND } from './cycle.mjs';

const BROWSERS = ['chromium', 'firefox'];

export const USAGE = `npm run soak -- [--cycles 1000] [--browser chromium|firefox]
looks whether anything grows, in what \`npm run build\` made: run that first; exit status 1 where anything grew by 1 % or more
--cycles: so many after the warm-up, up to the next whole ${ROUND}
--browser: chromium by default`;

/** @param {readonly string[]} args what stands after the script's name */
export function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options: { cycles: { type: 'string', default: '1000' }, browser: { type: 'string', default: 'chromium' }, help: { type: 'boolean', short: 'h', default: false } } }));
  } catch (error) {
    // Node's first sentence names it; what follows is of no use here.
    return { refused: error.message.split(/\.?\s*\n|\. /)[0] };
  }
  const { cycles, browser, help } = values;
  if (help) return { isHelp: true };
  // Digits alone: Number takes '', '1e3' and '0x10', too.
  if (!/^\d+$/.test(cycles) || Number(cycles) < 1 || !Number.isSafeInteger(Number(cycles))) return { refused: `--cycles ${cycles}: has to be a whole number from 1` };
  if (!BROWSERS.includes(browser)) return { refused: `--browser ${browser}: has to be ${BROWSERS.join(' or ')}` };
  return { cycles: Math.ceil(Number(cycles) / ROUND) * ROUND, browser };
}
