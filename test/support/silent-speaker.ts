// A loudspeaker that nobody hears, for browsers on machines without one: Firefox starts no audio clock without a device. A sound server of the
// test's own with a sink to nowhere; Chromium needs none.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

const READY_MS = 15_000;
const ADDRESS = 'PULSE_SERVER';

/** Whether a sound server can be started here; without one the tests that need it say so. */
export const hasSoundServer = (): boolean => existsSync('/usr/bin/pulseaudio');

/**
 * For all browsers that are launched between the hooks of this file. Call it in a `describe`, before what launches them.
 * @throws Error in the hook, with what the server said, when it does not come up
 */
export function useSilentSpeaker(): void {
  let server: ChildProcess | undefined;
  let folder = '';
  const before = process.env[ADDRESS];

  beforeAll(async () => {
    // Not in the deeper folder of `npm test`: a socket's path may have no more than 107 characters.
    folder = mkdtempSync(join(existsSync('/tmp') ? '/tmp' : tmpdir(), 'mingdu-quiet-'));
    const socket = join(folder, 'pulse.sock');
    const said: string[] = [];
    const parts = [`module-native-protocol-unix socket=${socket} auth-anonymous=1`, 'module-null-sink sink_name=quiet'];
    const words = ['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--disable-shm=yes', '--log-target=stderr'];
    server = spawn('/usr/bin/pulseaudio', [...words, ...parts.map((part) => `--load=${part}`)], {
      env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder, XDG_CONFIG_HOME: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    server.stderr?.on('data', (data: Buffer) => said.push(data.toString()));
    for (const end = Date.now() + READY_MS; !existsSync(socket); ) {
      if (Date.now() > end || server.exitCode !== null) throw new Error(`the sound server did not come up: ${said.join('')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    process.env[ADDRESS] = `unix:${socket}`;
  });
  afterAll(async () => {
    if (before === undefined) delete process.env[ADDRESS];
    else process.env[ADDRESS] = before;
    if (server && server.exitCode === null) {
      const gone = new Promise((resolve) => server?.once('exit', resolve));
      server.kill('SIGTERM');
      await gone;
    }
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
}
