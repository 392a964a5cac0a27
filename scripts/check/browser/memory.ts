// How much memory a process and its children hold, where the system tells; for `--verbose`. No limits are set by it.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly kb: number;
}

/** Linux has them as files; elsewhere `ps` tells; where neither does there are none. */
function processes(): Process[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc').flatMap((name) => {
      if (!/^\d+$/.test(name)) return [];
      const text = statusOf(name);
      const field = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
      return [{ id: Number(name), parent: field('PPid'), kb: field('RssAnon') + field('RssShmem') }];
    });
  }
  const { stdout, error } = spawnSync('ps', ['-axo', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  if (error !== undefined) return [];
  return stdout.trim().split('\n').map((line) => {
    const [id = 0, parent = 0, kb = 0] = line.trim().split(/\s+/).map(Number);
    return { id, parent, kb };
  });
}

/** A process may end while it is looked at. */
function statusOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/status`, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}

/** Memory of a process with all its children, in MB; NaN where nobody tells. */
export function memoryOf(root: number | undefined): number {
  if (root === undefined) return NaN;
  const all = processes();
  const held = new Set([root]);
  for (let before = 0; before !== held.size; ) {
    before = held.size;
    for (const { id, parent } of all) if (held.has(parent)) held.add(id);
  }
  const kb = all.reduce((sum, one) => sum + (held.has(one.id) ? one.kb : 0), 0);
  return kb === 0 ? NaN : Math.round(kb / 1024);
}
