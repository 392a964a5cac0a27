// @vitest-environment node
// The tables of the rules hold together: each rule has words, a clause or a criterion; each clause is seen by a rule or tried by hand.
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { AID_RULES, aidProblems } from '../../../scripts/check/rules/aids';
import { AXE_CHINESE, AXE_TAGS } from '../../../scripts/check/rules/axe';
import { AXE_REMEDIES } from '../../../scripts/check/rules/axe-remedies';
import { CLAUSE_NAMES, CLAUSES } from '../../../scripts/check/rules/clauses';
import { CRITERIA } from '../../../scripts/check/rules/criteria';
import { problemsOfKept } from '../../../scripts/check/rules/judge';
import { mappingOf, OWN_RULES } from '../../../scripts/check/rules/mapping';
import { OWNER_RULES } from '../../../scripts/check/rules/owner';
import { OWN_TEXTS, textOf } from '../../../scripts/check/rules/texts';
import { OTHER_TOOLS, toolsOf } from '../../../scripts/check/rules/tools';
import { FINDING_KINDS } from '../../../scripts/instrument/instrument';

const AXE_RULES = axe.getRules([...AXE_TAGS]).map(({ ruleId }) => `axe/${ruleId}`);
const POLICY_RULES = ['policy/script-src', 'policy/nonce', 'policy/sandbox', 'policy/cors'];
const MADE = [...OWNER_RULES.map(({ rule }) => rule), 'owner/unfinished', ...AID_RULES, ...POLICY_RULES, 'tool/other', 'axe/could-not-run'];
/** Rules that are about the check itself. */
const OF_THE_CHECK = ['owner/unfinished', 'axe/could-not-run'];

describe('a page that was lost on the way', () => {
  const aids = [{ aid: 'still=true', findings: [{ kind: 'picture changed', text: '', detail: '', selector: '' }, { kind: 'clipped', text: '字', detail: '', selector: '#a' }], isRestored: true }];

  it('keeps what its aids and its policies have told', () => {
    const facts = { url: 'https://www.example.gov.cn/', title: '', lang: '', charset: '', policies: [{ from: 'header' as const, value: "script-src 'none'" }], scripts: [], frames: [], mingdu: null, zones: {}, articleCharacters: 0 };
    expect(problemsOfKept(facts, aids).map(({ rule }) => rule)).toEqual(['aid/clipped', 'policy/script-src', 'aid/picture-changed']);
    expect(problemsOfKept(undefined, aids).map(({ rule }) => rule)).toEqual(['aid/clipped', 'aid/picture-changed']);
    expect(problemsOfKept(undefined, [])).toEqual([]);
  });
});

describe('every rule', () => {
  it('that can be reported is in both tables, and no other', () => {
    expect(Object.keys(OWN_RULES).sort()).toEqual([...MADE].sort());
    expect(Object.keys(OWN_TEXTS).sort()).toEqual([...MADE].sort());
    expect(new Set(MADE).size).toBe(MADE.length);
  });

  it.each([...MADE, ...AXE_RULES])('%s has words, and a clause or a criterion that exist', (rule) => {
    const { title, remedy } = textOf(rule);
    for (const words of [title, remedy]) expect([words.zh.length > 2, words.en.length > 2]).toEqual([true, true]);
    const mapping = mappingOf(rule);
    expect(mapping).toBeDefined();
    for (const number of mapping?.criteria ?? []) expect(CRITERIA).toHaveProperty([number]);
    for (const name of mapping?.clauses ?? []) expect(CLAUSE_NAMES).toContain(name);
    if (!OF_THE_CHECK.includes(rule)) expect(mapping?.clauses.length).toBeGreaterThan(0);
  });

  it('of axe at A or AA has its criterion', () => {
    const without = axe.getRules([...AXE_TAGS]).filter(({ tags, ruleId }) => !tags.includes('best-practice') && mappingOf(`axe/${ruleId}`)?.criteria.length === 0);
    expect(without.map(({ ruleId }) => ruleId)).toEqual([]);
    expect(mappingOf('axe/avoid-inline-spacing')?.criteria).toEqual(['1.4.12']);
    expect(mappingOf('axe/image-alt')?.criteria).toEqual(['1.1.1']);
  });

  it('of axe but the newest has Chinese words', () => {
    const without = AXE_RULES.filter((rule) => AXE_CHINESE.rules[rule.slice('axe/'.length)] === undefined);
    expect(without.length).toBeLessThan(4);
    expect(textOf('axe/image-alt').title.zh).toMatch(/\p{Script=Han}/u);
  });

  it('of axe that has a remedy of its own is one of axe’s', () => {
    expect(Object.keys(AXE_REMEDIES).filter((id) => !AXE_RULES.includes(`axe/${id}`))).toEqual([]);
  });

  it('that nobody knows is shown by its name', () => {
    expect(textOf('axe/of-tomorrow').title).toEqual({ zh: 'axe/of-tomorrow', en: 'axe/of-tomorrow' });
    for (const rule of ['constructor', '__proto__', 'axe/constructor', 'toString']) {
      expect(mappingOf(rule)).toBeUndefined();
      expect(textOf(rule).title.zh).toBe(rule);
    }
  });
});

describe('every clause', () => {
  /** Numbers of the list of the specification’s testable clauses; '' where the summary has none. */
  const NUMBERS = ['服务原则 2', '服务原则', '', '1.2.3', '1.2.3', '', '', '1.4.3', '1.4.4', '2.3', '2.4.1', '2.4.2', '', '2.6.1', '3.1.1–3.1.4', '4.1 / 4.2.1', ''];
  const named = new Set(MADE.flatMap((rule) => mappingOf(rule)?.clauses ?? []));

  it('of the list is there, in its order', () => expect(CLAUSE_NAMES.map((name) => CLAUSES[name].number)).toEqual(NUMBERS));

  it.each(CLAUSE_NAMES)('%s is seen by a rule just where it says so, and always says what to try', (name) => {
    const clause = CLAUSES[name];
    expect(named.has(name)).toBe(clause.seen === 'partly');
    expect([clause.byHand.zh.length > 8, clause.byHand.en.length > 8]).toEqual([true, true]);
  });

  it('that no tool can meet is named as the owner’s', () => {
    for (const name of ['captcha', 'codeLifetime', 'reversible', 'noInducement', 'keyboard'] as const) expect(CLAUSES[name].isOwners).toBe(true);
  });

  it('of WCAG 2.2 at A and AA is there', () => {
    // 31 at A and 24 at AA.
    const levels = Object.values(CRITERIA).map(({ level }) => level);
    expect([levels.filter((level) => level === 'A').length, levels.filter((level) => level === 'AA').length]).toEqual([31, 24]);
  });
});

describe('what the instrument found', () => {
  const finding = (kind: string, selector = '#a') => ({ kind, text: '通知', detail: 'd', selector });

  it('of each kind has a rule of its own', () => {
    for (const kind of FINDING_KINDS) {
      const [problem] = aidProblems([{ aid: 'textSize=200', findings: [finding(kind)], isRestored: true }]);
      expect(problem).toMatchObject({ duty: 'mingdu', rule: `aid/${kind.replaceAll(' ', '-')}`, count: 1, places: ['#a'] });
      expect(problem?.detail).toContain('textSize=200');
    }
  });

  it('is one problem for an aid and kind, with at most five places', () => {
    const problems = aidProblems([{ aid: 'pinyin=all', findings: [...Array(9).keys()].map((at) => finding('clipped', `#p${at}`)), isRestored: false }]);
    expect(problems.map(({ rule, count, weight }) => [rule, count, weight])).toEqual([
      ['aid/clipped', 9, 'barrier'],
      ['aid/not-restored', 1, 'barrier'],
    ]);
    expect(problems[0]?.places).toHaveLength(5);
  });

  it('is told when it could not be measured, and of a kind of tomorrow too', () => {
    expect(aidProblems([{ aid: 'still=true', findings: [], isRestored: false, failed: 'no answer' }])).toMatchObject([{ rule: 'aid/failed', detail: 'still=true: no answer' }]);
    expect(aidProblems([{ aid: 'a', findings: [finding('constructor')], isRestored: true }])).toMatchObject([{ rule: 'aid/other', weight: 'hindrance' }]);
    expect(aidProblems([{ aid: 'a', findings: [], isRestored: true }])).toEqual([]);
  });
});

describe('other tools', () => {
  it('all have a sign and a name of their own', () => {
    expect(new Set(OTHER_TOOLS.map(({ name }) => name)).size).toBe(OTHER_TOOLS.length);
    for (const { scripts, globals, selectors } of OTHER_TOOLS) expect(scripts !== undefined || globals !== undefined || selectors !== undefined).toBe(true);
  });

  it.each([
    ['https://cdn.userway.org/widget.js', 'UserWay'],
    ['https://www.example.gov.cn/accessTool/accessInitial.js', 'accessTool'],
    ['https://wza.example.com.cn/aria.js?appid=0123456789abcdef0123456789abcdef', 'ARIA 无障碍'],
    ['https://www.example.gov.cn/js/esd/toolbar.js', 'ESD 网站无障碍'],
    ['https://www.example.gov.cn/wp-content/plugins/wp-accessibility/js/a.js', 'WP Accessibility'],
    ['https://acsbapp.com/apps/app/dist/js/app.js', 'accessiBe'],
  ])('%s is %s', (script, name) => expect(toolsOf({ scripts: [script], globals: [], selectors: [] }).map(({ tool }) => tool.name)).toEqual([name]));

  it.each(['https://www.example.gov.cn/mingdu/mingdu.js', 'https://www.example.gov.cn/js/jquery.min.js', 'https://www.example.gov.cn/js/swiper-a11y.js', 'https://www.example.gov.cn/js/aria.js', 'https://www.example.gov.cn/design/news.js', 'https://www.example.gov.cn/js/readability.js'])(
    '%s is none',
    (script) => expect(toolsOf({ scripts: [script], globals: [], selectors: [] })).toEqual([]),
  );

  it('are told once each, with the first sign', () => {
    const found = toolsOf({ scripts: ['https://cdn.userway.org/widget.js'], globals: ['UserWay', 'AudioEye'], selectors: ['.uwy', '#cnwza'] });
    expect(found.map(({ tool, sign }) => [tool.name, sign])).toEqual([
      ['ARIA 无障碍', '#cnwza'],
      ['UserWay', 'https://cdn.userway.org/widget.js'],
      ['AudioEye', 'window.AudioEye'],
    ]);
  });
});
