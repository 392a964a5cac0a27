// Which aids a page is measured with: the default ones, and what `--aids` says, checked by the rules of the settings.
// Not for switching them on (look/aid.ts).
import { RULES } from 'mingdu:rules';
import { checkPatch } from '../../../shared/settings/check';
import type { Patch } from '../../../shared/settings/schema';
import { usageError } from './usage';

/** One aid, or several at once, by the public names of their settings. */
export interface AidChoice {
  /** `textSize=200`, `spacing=wider+contrast=white-on-black`. */
  readonly name: string;
  readonly patch: Patch;
}

/** One value of each aid that changes what a page looks like. */
const DEFAULT_AIDS = 'textSize=200,spacing=wider,contrast=white-on-black,contrast=black-on-cream,pinyin=all,view=article,still=true';

/** `textSize=200` as a setting: numbers and yes or no where the rules ask for them. */
function settingOf(pair: string): readonly [string, unknown] {
  const [key = '', value = ''] = pair.split(/=(.*)/s);
  const rule = Object.hasOwn(RULES, key) ? RULES[key] : undefined;
  if (rule === false) return [key, value === 'true' || value === '' ? true : value === 'false' ? false : value];
  return [key, typeof rule?.[0] === 'number' && value.trim() !== '' ? Number(value) : value];
}

/**
 * @param text aids parted by commas, settings of one aid by `+`; `default`, `none`
 * @throws UsageError that names the key and the allowed values
 */
export function parseAids(text: string): AidChoice[] {
  if (text === 'none') return [];
  const names = (text === 'default' ? DEFAULT_AIDS : text).split(',').map((name) => name.trim()).filter((name) => name !== '');
  if (names.length === 0) throw usageError('aids', `'${text}'`);
  return [...new Set(names)].map((name) => {
    try {
      return { name, patch: checkPatch(RULES, Object.fromEntries(name.split('+').map((pair) => settingOf(pair.trim())))) };
    } catch (error) {
      throw usageError('aids', (error instanceof Error ? error.message : String(error)).replace(/^Mingdu\.set: /, ''));
    }
  });
}
