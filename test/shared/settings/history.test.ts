// The steps that 撤销 takes back, without the choices that make them: which join, which count at all, which are taken up on the next page.
import { beforeEach, describe, expect, it } from 'vitest';
import { createLive } from '../../../shared/live';
import type { Rules } from '../../../shared/settings/check';
import { parseSettings } from '../../../shared/settings/check';
import type { History, Step } from '../../../shared/settings/history';
import { createHistory } from '../../../shared/settings/history';
import { recordOf } from '../../../shared/settings/presets';
import type { Settings } from '../../../shared/settings/schema';

const RULES: Rules = { textSize: [100, 100, 300], pace: [1, 0, 2], pinyin: ['off', 'all'], spacing: ['page', 'wide'] };
let settings: ReturnType<typeof createLive<Settings>>;
let history: History;

/** The next page of the same tab. */
function nextPage(): void {
  history = createHistory(RULES, settings, window);
  history.begin(true);
}

/** All steps that are there, the last first. */
function taken(): Step[] {
  const step = history.take();
  return step ? [step, ...taken()] : [];
}

beforeEach(() => {
  sessionStorage.clear();
  settings = createLive<Settings>(parseSettings(RULES, {}));
  nextPage();
});

const SMALL: Step = { before: { textSize: 100 }, set: { textSize: 125 } };
const LARGE: Step = { before: { textSize: 125 }, set: { textSize: 150 } };

describe('steps', () => {
  it('of one number join', () => {
    history.record(SMALL);
    history.record(LARGE);
    expect(taken()).toEqual([{ before: { textSize: 100 }, set: { textSize: 150 } }]);
  });

  it.each<[string, Step, Step]>([
    ['of a word', { before: { pinyin: 'off' }, set: { pinyin: 'all' } }, { before: { pinyin: 'all' }, set: { pinyin: 'off' } }],
    ['of two numbers', SMALL, { before: { pace: 1 }, set: { pace: 2 } }],
    ['of which the later sets more', SMALL, { before: { textSize: 125, pace: 1 }, set: { textSize: 150, pace: 2 } }],
    ['of which the earlier set more', { before: { textSize: 100, pace: 1 }, set: { textSize: 125, pace: 2 } }, LARGE],
    ['of which the later changes presets', SMALL, { ...LARGE, kept: { on: null } }],
    ['of which the earlier changed presets', { ...SMALL, kept: { on: null } }, LARGE],
  ])('%s do not join', (_, first, second) => {
    history.record(first);
    history.record(second);
    expect(taken()).toEqual([second, first]);
  });

  it('that change nothing are none, unless they change presets', () => {
    history.record({ before: {}, set: {} });
    expect(history.last.value).toBeNull();
    const made = { before: {}, set: {}, kept: { mine: null } };
    history.record(made);
    expect(taken()).toEqual([made]);
  });

  it('are all gone where another tab set something else for each at once', () => {
    history.record(SMALL);
    history.record({ before: { pinyin: 'off' }, set: { pinyin: 'all' } });
    history.record({ before: { spacing: 'page' }, set: { spacing: 'wide' } });
    settings.set(parseSettings(RULES, {}));
    expect(history.last.value).toBeNull();
    expect(taken()).toEqual([]);
  });
});

describe('the next page takes up', () => {
  it.each<[string, Step]>([
    ['a step of settings', SMALL],
    ['a step of presets alone', { before: {}, set: {}, kept: { mine: null } }],
    ['a step of both', { ...SMALL, preset: 'mine', kept: { on: null } }],
  ])('%s, as it was', (_, step) => {
    history.record(step);
    nextPage();
    expect(taken()).toEqual([step]);
  });

  it('no setting that there is not, and none that is broken', () => {
    sessionStorage.setItem('mingdu-undo', JSON.stringify({ before: { textSize: 7, pinyin: 'off', lamp: 1 }, set: { textSize: 125, pinyin: 'x', lamp: 2 } }));
    nextPage();
    expect(taken()).toEqual([{ before: { pinyin: 'off' }, set: { textSize: 125 } }]);
  });
});

it.each([['text'], [7], [true], [null], [undefined]])('%j is an empty record', (value) => expect(recordOf(value)).toStrictEqual({}));
