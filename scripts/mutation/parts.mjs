// What the mutation check changes, and which unit tests have to notice: a part a row. Tests are named rather than found, because what is
// to be shown is that the tests beside a file hold it: half of all the tests run through the ledger, and would notice without saying what broke.

/**
 * @typedef {object} Part
 * @property {readonly string[]} files  what is mutated
 * @property {readonly string[]} tests  what has to notice
 * @property {readonly string[]} [without]  kinds of mutants that are not made; LEFT_OUT has the reasons
 * @property {boolean} [pure]  its tests need no document: they run in Node alone, several times faster
 */

const text = (/** @type {string[]} */ ...names) => names.map((name) => `shared/speech/text/${name}.ts`);
const spoken = (/** @type {string[]} */ ...names) => names.map((name) => `test/shared/speech/${name}.test.ts`);
const beside = (/** @type {string} */ folder, /** @type {string[]} */ ...names) => names.map((name) => `${folder}/${name}.ts`);
const tests = (/** @type {string} */ folder, /** @type {string[]} */ ...names) => names.map((name) => `test/${folder}/${name}.test.ts`);
const DOM = 'shared/dom';
const SETTINGS = 'shared/settings';
const PINYIN = 'shared/packs/pinyin';
const DATA = ['Regex', 'StringLiteral', 'ArrayDeclaration'];

/** @type {Readonly<Record<string, Part>>} */
export const PARTS = {
  ledger: { files: beside(DOM, 'ledger', 'edits'), tests: tests(DOM, 'ledger') },
  inline: { files: beside(DOM, 'inline-styles'), tests: tests(DOM, 'inline-styles', 'inline-style-copies') },
  marks: { files: beside(DOM, 'marks'), tests: tests(DOM, 'marks') },
  records: { files: beside(DOM, 'annotation-records'), tests: tests(DOM, 'annotation-records') },
  settings: { files: beside(SETTINGS, 'check', 'store', 'schema'), tests: tests(SETTINGS, 'check', 'store', 'schema'), pure: true },
  aids: { files: beside(SETTINGS, 'aids-in-short'), tests: tests(SETTINGS, 'aids-in-short'), pure: true },
  choices: { files: [...beside(SETTINGS, 'history', 'presets'), 'shared/choices.ts'], tests: [...tests('shared', 'choices', 'choices-presses'), ...tests(SETTINGS, 'history')] },
  sentences: { files: ['shared/page/sentences.ts'], tests: tests('shared/page', 'sentence-pieces', 'sentences-without-words', 'sentences'), pure: true },
  wholes: { files: ['shared/wholes.ts'], tests: tests('shared', 'wholes'), pure: true },
  numbers: { files: text('numbers'), tests: spoken('numbers'), pure: true },
  clean: { files: text('clean', 'plain-readings'), tests: spoken('clean', 'normalise'), pure: true },
  light: { files: text('light'), tests: spoken('normalise', 'spoken'), pure: true, without: DATA },
  full: { files: text('full', 'tables'), tests: spoken('normalise', 'spoken'), pure: true, without: DATA },
  rules: { files: beside(PINYIN, 'rules'), tests: tests(PINYIN, 'rules-alone', 'rules', 'reader'), pure: true },
  context: { files: beside(PINYIN, 'context'), tests: tests(PINYIN, 'model'), pure: true },
  clauses: { files: beside(PINYIN, 'clauses'), tests: tests(PINYIN, 'clauses'), pure: true },
  surnames: { files: beside(PINYIN, 'surnames'), tests: tests(PINYIN, 'surnames'), pure: true },
  lattice: { files: beside(PINYIN, 'lattice'), tests: tests(PINYIN, 'lattice'), pure: true },
  digits: { files: beside(PINYIN, 'digits'), tests: tests(PINYIN, 'digits'), pure: true },
  reader: { files: beside(PINYIN, 'reader', 'spoken', 'own-words'), tests: tests(PINYIN, 'reader-alone', 'reader', 'spoken', 'own-words'), pure: true },
};

/** What is not mutated, and why: kinds of mutants, and files beside the ones above. @type {Readonly<Record<string, string>>} */
export const LEFT_OUT = {
  'the patterns, texts and lists in `light.ts` and `full.ts`': `rows of a table for people who do not program, about 1,500 mutants that would each run the 560 cases of \`test/fixtures/speech/spoken.tsv\`; the code between them is mutated. \`MINGDU_MUTATION_ALL=1\` takes them too`,
  '`shared/settings/more-presets.ts`': 'a table of values: a test that noticed a change would be the same table once more',
  '`shared/speech/text/row.ts`': 'types alone',
  'the tables of pinyin and how they are written (`table.ts`, `first-level-table.ts`, `first-level.ts`, `syllables.ts`)': '`accuracy.test.ts` measures what they give',
  'how packed tables are laid out (`unpack.ts`, `model.ts`, `characters.ts`, `pairs.ts` of the pinyin pack)': 'a wrong bit is a wrong reading everywhere, and `test/scripts/pinyin/pack.test.ts` packs and unpacks them whole',
};
