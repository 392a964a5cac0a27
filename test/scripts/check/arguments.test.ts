// @vitest-environment node
// The command line of `mingdu check`: what is understood, what is refused and with which words.
import { describe, expect, it } from 'vitest';
import { langOf, parseArguments, type CheckOptions } from '../../../scripts/check/command/arguments';
import { helpText } from '../../../scripts/check/command/help';
import { UsageError } from '../../../scripts/check/command/usage';
import { filled, wordsOf } from '../../../scripts/check/command/words';

const options = (...words: string[]): CheckOptions => {
  const call = parseArguments(['check', ...words]);
  if (call.run !== 'check') throw new Error(call.run);
  return call.options;
};

function refusal(...words: string[]): string {
  try {
    parseArguments(words);
  } catch (error) {
    if (error instanceof UsageError) return `${error.kind}: ${error.detail}`;
    throw error;
  }
  return 'accepted';
}

describe('what is understood', () => {
  it('a target alone has the defaults', () => {
    const { aids, ...rest } = options('./site');
    expect(aids.map(({ name }) => name)).toEqual(['textSize=200', 'spacing=wider', 'contrast=white-on-black', 'contrast=black-on-cream', 'pinyin=all', 'view=article', 'still=true']);
    expect(rest).toEqual({
      target: './site', out: 'mingdu-report', crawl: 0, isPhone: false, hasPictures: true, again: false, retryFailed: false,
      timeoutMs: 180_000, delayMs: 500, failOn: 'barrier', browser: '', files: '', isOffline: false, isVerbose: false, lang: 'zh',
    });
  });

  it('options in any order', () => {
    expect(options('--phone', 'https://a.example/', '--crawl=20', '--timeout', '9', '--delay', '0', '--fail-on', 'hindrance', '--lang', 'en', '--no-pictures', '--out', 'x', '--browser', '/b')).toMatchObject({
      target: 'https://a.example/', isPhone: true, crawl: 20, timeoutMs: 9000, delayMs: 0, failOn: 'hindrance', lang: 'en', hasPictures: false, out: 'x', browser: '/b',
    });
  });

  it('aids: several at once, each once, with values of the right kind', () => {
    expect(options('x', '--aids', 'textSize=150+contrast=white-on-black, still,still=true,textSize=150+contrast=white-on-black,caption=false').aids).toEqual([
      { name: 'textSize=150+contrast=white-on-black', patch: { textSize: 150, contrast: 'white-on-black' } },
      { name: 'still', patch: { still: true } },
      { name: 'still=true', patch: { still: true } },
      { name: 'caption=false', patch: { caption: false } },
    ]);
    expect(options('x', '--aids', 'none').aids).toEqual([]);
  });

  it('help and version, with or without a command', () => {
    expect(parseArguments([])).toEqual({ run: 'help', lang: 'zh' });
    expect(parseArguments(['--help', '--lang', 'en'])).toEqual({ run: 'help', lang: 'en' });
    expect(parseArguments(['check', '-h'])).toEqual({ run: 'check-help', lang: 'zh' });
    expect(parseArguments(['--version'])).toEqual({ run: 'version', lang: 'zh' });
  });
});

describe('what is refused', () => {
  it.each([
    [['check'], 'noTarget: '],
    [['chekc', 'x'], 'noCommand: chekc'],
    [['check', 'a', 'b', 'c'], 'manyTargets: b c'],
    [['check', 'a', '--timeout', 'long'], 'number: --timeout long (5–3600)'],
    [['check', 'a', '--crawl', '0'], 'number: --crawl 0 (1–100000)'],
    [['check', 'a', '--delay', ''], 'number: --delay  (0–3600)'],
    [['check', 'a', '--fail-on', 'advice'], 'failOn: advice'],
    [['check', 'a', '--files', 'cdn.example'], 'files: cdn.example'],
    [['check', 'a', '--files', 'javascript:0'], 'files: javascript:0'],
    [['check', 'a', '--lang', 'de'], 'lang: de'],
    [['check', 'a', '--aids', 'textSize=900'], 'aids: textSize cannot be 900; allowed: a number from 100 to 300'],
    [['check', 'a', '--aids', ''], "aids: ''"],
    [['check', 'a', '--aids', 'toString=1'], expect.stringMatching(/^aids: .*toString/)],
    [['check', 'a', '--aids', 'still=perhaps'], expect.stringMatching(/^aids: still .*true, false/)],
    [['check', 'a', '--depth', '3'], expect.stringMatching(/^argument: .*--depth/)],
    [['check', 'a', '--out'], expect.stringMatching(/^argument: .*--out/)],
  ])('%j', (words, said) => {
    expect(refusal(...words)).toEqual(said);
  });

  it('in the language that was asked for, even when the rest is wrong', () => {
    expect(langOf(['check', '--bogus', '--lang', 'en'])).toBe('en');
    expect(langOf(['--lang=en'])).toBe('en');
    expect(langOf(['en'])).toBe('zh');
  });
});

describe('the words', () => {
  it.each(['zh', 'en'] as const)('%s: the help names each option, and each sentence takes what it is about', (lang) => {
    const help = helpText('check-help', lang, '9.9');
    for (const option of ['--out', '--aids', '--crawl', '--phone', '--no-pictures', '--timeout', '--delay', '--offline', '--fail-on', '--again', '--retry-failed', '--browser', '--verbose', '--lang', 'MingduCheck/9.9', 'robots.txt']) expect(help).toContain(option);
    const { usage, failures } = wordsOf(lang);
    for (const sentence of [...Object.values(usage), ...Object.values(failures)]) expect(filled(sentence, '$&x')).not.toMatch(/%|undefined/);
  });
});
