// A desktop's speech service of the test's own: speech-dispatcher with espeak-ng, and a sound server whose only outlet is a recording.
// Starts and ends all of its processes; touches nothing of the machine's own service. What a recording says is recording.ts.
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordingOf, type Recording } from './recording';
import { spokenIn, type Spoken } from './service-log';

export interface DesktopOptions {
  /** `null`: nothing sounds and a sentence takes a fraction of its time; `recorded`: real time, into a sink that can be recorded. */
  readonly sound: 'null' | 'recorded';
  /** `few`: Mandarin right and broken, Cantonese, English; `all`: 13,362 voices. */
  readonly voices: 'few' | 'all';
}

export interface Desktop {
  /** For the browser's process. */
  readonly env: Readonly<Record<string, string>>;
  /** What the service was asked to say and by which voice, oldest first. */
  spoken(): Spoken[];
  /** Records from now on until `end`. Only with `recorded`. */
  record(): Promise<{ end(): Promise<Recording> }>;
  /** Ends every process of it and removes its files. */
  close(): Promise<void>;
}

const RATE = 16_000;
/** The address of a socket has at most 107 characters. */
const MOST_FOLDER = 70;
const READY_MS = 15_000;
const MODULES = '/etc/speech-dispatcher/modules';
/** What of espeak's data the few voices need. */
const FEW = ['phondata', 'phonindex', 'phontab', 'intonations', 'cmn_dict', 'yue_dict', 'en_dict', 'lang/sit/cmn', 'lang/sit/cmn-Latn-pinyin', 'lang/sit/yue', 'lang/gmw/en-US'];

function espeakData(): string {
  const parents = ['/usr/share', ...readdirSync('/usr/lib').map((name) => join('/usr/lib', name))];
  const found = parents.map((parent) => join(parent, 'espeak-ng-data')).find((folder) => existsSync(join(folder, 'phondata')));
  if (found === undefined) throw new Error('espeak-ng-data is not installed: run `node scripts/ensure-browsers.mjs`');
  return found;
}

/** Waits until something is there. @throws Error that says what was not, and what the process said */
async function until(isThere: () => boolean, what: string, said: () => string): Promise<void> {
  const end = Date.now() + READY_MS;
  while (!isThere()) {
    if (Date.now() > end) throw new Error(`${what} did not come up: ${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Starts the service; the caller must `close()` it, also after a failure. */
export async function startDesktop({ sound, voices }: DesktopOptions): Promise<Desktop> {
  const folder = mkdtempSync(join(tmpdir().length > MOST_FOLDER ? '/tmp' : tmpdir(), 'mingdu-desktop-'));
  const at = (name: string) => join(folder, name);
  const running = new Set<ChildProcess>();
  const said: string[] = [];

  for (const name of ['conf/modules', 'conf/clients', 'home', 'run', 'log']) mkdirSync(at(name), { recursive: true, mode: 0o700 });
  cpSync(join(MODULES, 'espeak-ng.conf'), at('conf/modules/espeak-ng.conf'));
  writeFileSync(at('home/.libao'), 'default_driver=null\n');
  writeFileSync(
    at('conf/speechd.conf'),
    `LogLevel 5\nLogDir "${at('log')}"\nCustomLogFile "protocol" "${at('log/protocol.log')}"\nDefaultRate 0\nDefaultVolume 100\nDefaultLanguage "zh"\n` +
      `AudioOutputMethod "${sound === 'null' ? 'libao' : 'pulse'}"\nAddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"\nDefaultModule espeak-ng\nTimeout 0\n`,
  );
  const own = { ...process.env, HOME: at('home'), XDG_RUNTIME_DIR: at('run'), XDG_CONFIG_HOME: at('home/.config'), XDG_CACHE_HOME: at('home/.cache'), PULSE_SERVER: `unix:${at('pulse.sock')}` };
  if (voices === 'few') {
    for (const name of FEW) cpSync(join(espeakData(), name), at(join('data/espeak-ng-data', name)), { recursive: true });
  }

  function start(program: string, words: readonly string[], env: NodeJS.ProcessEnv, stdout: 'ignore' | 'pipe' = 'ignore'): ChildProcess {
    const child = spawn(program, words, { env, stdio: ['ignore', stdout, 'pipe'] });
    running.add(child);
    child.once('exit', () => running.delete(child));
    child.once('error', (error) => {
      said.push(String(error));
      running.delete(child);
    });
    child.stderr?.on('data', (data: Buffer) => said.push(data.toString()));
    return child;
  }

  async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    if (!running.has(child)) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
    await gone;
    clearTimeout(timer);
  }

  const close = async () => {
    process.off('exit', killAll);
    // The speech service before the sound it plays to.
    for (const child of [...running].reverse()) await end(child, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const killAll = () => running.forEach((child) => child.kill('SIGKILL'));
  process.once('exit', killAll);

  try {
    if (sound === 'recorded') {
      const parts = [`module-native-protocol-unix socket=${at('pulse.sock')} auth-anonymous=1`, `module-null-sink sink_name=ci rate=${RATE} channels=1`];
      start('pulseaudio', ['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--disable-shm=yes', '--log-target=stderr', ...parts.map((part) => `--load=${part}`)], own);
      await until(() => existsSync(at('pulse.sock')), 'the sound server', () => said.join(''));
    }
    const socket = at('speechd.sock');
    start('speech-dispatcher', ['--run-single', '--config-dir', at('conf'), '--log-dir', at('log'), '--communication-method', 'unix_socket', '--socket-path', socket, '--pid-file', at('run/pid')], {
      ...own,
      ...(voices === 'few' ? { ESPEAK_DATA_PATH: at('data') } : {}),
    });
    await until(() => existsSync(socket), 'the speech service', () => said.join(''));
    return {
      env: { SPEECHD_ADDRESS: `unix_socket:${socket}`, XDG_RUNTIME_DIR: at('run') },
      spoken: () => spokenIn(existsSync(at('log/protocol.log')) ? readFileSync(at('log/protocol.log'), 'utf8') : ''),
      async record() {
        const recorder = start('parec', ['--device=ci.monitor', '--format=s16le', `--rate=${RATE}`, '--channels=1', '--raw', '--latency-msec=20'], own, 'pipe');
        const chunks: Buffer[] = [];
        let startedAt = 0;
        recorder.stdout?.on('data', (data: Buffer) => {
          startedAt ||= Date.now() - (data.length * 1_000) / (RATE * 2);
          chunks.push(data);
        });
        await until(() => chunks.length > 0, 'the recorder', () => said.join(''));
        return {
          async end() {
            await end(recorder, 'SIGINT');
            return recordingOf(Buffer.concat(chunks), RATE, startedAt);
          },
        };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
