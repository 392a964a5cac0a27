// Reads the command line of `mingdu`. Knows nothing of the disk: whether a target exists is for pages/.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { parseAids, type AidChoice } from './aids';
import { usageError } from './usage';

export type Lang = 'zh' | 'en';
/** From which weight on the exit status is 1. */
export type FailOn = 'barrier' | 'hindrance' | 'never';

/** A whole call of `mingdu check`. */
export interface CheckOptions {
  readonly target: string;
  readonly out: string;
  readonly aids: readonly AidChoice[];
  /** How many pages to find by links, the first included; 0: only what is named. */
  readonly crawl: number;
  readonly isPhone: boolean;
  readonly hasPictures: boolean;
  /** Begin anew, whatever stands in the folder. */
  readonly again: boolean;
  /** Look once more at pages that failed. */
  readonly retryFailed: boolean;
  readonly timeoutMs: number;
  readonly delayMs: number;
  readonly failOn: FailOn;
  /** The browser's program; '' finds one. */
  readonly browser: string;
  /** Where the site would fetch Mingdu's files from, an origin or a folder; '' for the site itself. */
  readonly files: string;
  /** Nothing but this machine can be reached. */
  readonly isOffline: boolean;
  readonly isVerbose: boolean;
  readonly lang: Lang;
}

export type Call = { readonly run: 'help' | 'check-help' | 'version'; readonly lang: Lang } | { readonly run: 'check'; readonly options: CheckOptions };

const OPTIONS = {
  out: { type: 'string' },
  aids: { type: 'string' },
  crawl: { type: 'string' },
  phone: { type: 'boolean' },
  'no-pictures': { type: 'boolean' },
  again: { type: 'boolean' },
  'retry-failed': { type: 'boolean' },
  timeout: { type: 'string' },
  delay: { type: 'string' },
  'fail-on': { type: 'string' },
  browser: { type: 'string' },
  files: { type: 'string' },
  offline: { type: 'boolean' },
  verbose: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

const TIMEOUT_S = 180;
const DELAY_S = 0.5;

/** In which language to say that the rest cannot be understood. */
export function langOf(words: readonly string[]): Lang {
  const at = words.indexOf('--lang');
  return words[at + 1] === 'en' && at >= 0 ? 'en' : words.includes('--lang=en') ? 'en' : 'zh';
}

function numberOf(name: string, text: string | undefined, otherwise: number, least: number, most: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < least || value > most) throw usageError('number', `--${name} ${text} (${least}–${most})`);
  return value;
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw usageError('argument', error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error));
  }
}

function oneOf<Word extends string>(kind: 'failOn' | 'lang', text: string | undefined, allowed: readonly [Word, ...Word[]]): Word {
  const found = allowed.find((word) => word === (text ?? allowed[0]));
  if (found === undefined) throw usageError(kind, String(text));
  return found;
}

/** An origin or a folder as an absolute address; '' without one. */
function filesOf(text: string | undefined): string {
  if (text === undefined) return '';
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw usageError('files', text);
  return new URL(text).href;
}

/**
 * @param words what stands after the program's name
 * @throws UsageError
 */
export function parseArguments(words: readonly string[]): Call {
  const { values, positionals } = parse(words);
  const lang = oneOf('lang', values.lang, ['zh', 'en']);
  const [command, target, ...more] = positionals;
  if (values.version === true) return { run: 'version', lang };
  if (command === undefined || command === 'help') return { run: 'help', lang };
  if (command !== 'check') throw usageError('noCommand', command);
  if (values.help === true) return { run: 'check-help', lang };
  if (target === undefined) throw usageError('noTarget', '');
  if (more.length > 0) throw usageError('manyTargets', more.join(' '));
  const crawl = numberOf('crawl', values.crawl, 0, 1, 100_000);
  return {
    run: 'check',
    options: {
      target,
      out: values.out ?? 'mingdu-report',
      aids: parseAids(values.aids ?? 'default'),
      crawl: Math.floor(crawl),
      isPhone: values.phone === true,
      hasPictures: values['no-pictures'] !== true,
      again: values.again === true,
      retryFailed: values['retry-failed'] === true,
      timeoutMs: numberOf('timeout', values.timeout, TIMEOUT_S, 5, 3600) * 1000,
      delayMs: numberOf('delay', values.delay, DELAY_S, 0, 3600) * 1000,
      failOn: oneOf('failOn', values['fail-on'], ['barrier', 'hindrance', 'never']),
      browser: values.browser ?? '',
      files: filesOf(values.files),
      isOffline: values.offline === true,
      isVerbose: values.verbose === true,
      lang,
    },
  };
}
