// The program `mingdu`: command line in, exit status out. What it does is in run.ts.
import { VERSION } from 'mingdu:rules';
import { fileURLToPath } from 'node:url';
import { langOf, parseArguments } from './command/arguments';
import { helpText } from './command/help';
import { UsageError } from './command/usage';
import { filled, wordsOf } from './command/words';
import { check, EXIT } from './run';

/** What a shell would take apart. */
const quoted = (word: string) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

async function main(words: readonly string[]): Promise<number> {
  try {
    const call = parseArguments(words);
    if (call.run === 'version') return (console.log(VERSION), EXIT.clean);
    if (call.run !== 'check') return (console.log(helpText(call.run, call.lang, VERSION)), EXIT.clean);
    const stopped = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        // Pressed once more: at once.
        if (stopped.signal.aborted) process.exit(EXIT.interrupted);
        stopped.abort();
      });
    }
    // What is to be done once is not in the command that goes on.
    const again = words.filter((word) => word !== '--again' && word !== '--retry-failed');
    return await check(call.options, {
      version: VERSION,
      widget: fileURLToPath(new URL('../widget/', import.meta.url)),
      output: process.stdout,
      command: `npx mingdu ${again.map(quoted).join(' ')}`,
      signal: stopped.signal,
    });
  } catch (error) {
    if (!(error instanceof UsageError)) {
      // No page was judged by this: a status of 1 would say that barriers were found.
      console.error(error);
      return EXIT.unusable;
    }
    const said = wordsOf(langOf(words));
    console.error(`${filled(said.usage[error.kind], error.detail)}\n${said.usageHint}`);
    return EXIT.unusable;
  }
}

process.exitCode = await main(process.argv.slice(2));
// All is told and written; what a driver still waits for is of no use to anybody, and its browser ends with this program.
if (process.exitCode === EXIT.interrupted) process.stdout.write('', () => process.exit());
