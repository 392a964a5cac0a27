// Where classic scripts that were loaded on demand leave what they provide, for all copies in one world.
// Not a module registry: names are few and fixed.

const KEY = Symbol.for('mingdu.packs');

function shelf(): Map<string, unknown> {
  const world = globalThis as { [KEY]?: Map<string, unknown> };
  return (world[KEY] ??= new Map<string, unknown>());
}

/** The last line of a script that was loaded on demand. */
export function provide(name: string, pack: unknown): void {
  shelf().set(name, pack);
}

/**
 * What a script provides, loading it first if need be.
 * @param name the script's name
 * @param load runs the script; a failed load is not remembered, so the next call tries again
 * @throws Error when the script ran but did not register itself (a file of another version, or not ours)
 */
export async function take<T>(name: string, load: () => Promise<void>): Promise<T> {
  if (!shelf().has(name)) await load();
  if (!shelf().has(name)) throw new Error(`Mingdu: ${name}.js is of another version`);
  return shelf().get(name) as T;
}
