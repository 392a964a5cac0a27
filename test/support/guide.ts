// Takes examples out of docs/site-owners.md, so that tests do what the guide says and not what somebody remembers of it.
import { readFileSync } from 'node:fs';

const GUIDE = new URL('../../docs/site-owners.md', import.meta.url);

export const guide = (): string => readFileSync(GUIDE, 'utf8');

/** @param name as in `<!-- example: name -->`; @returns the code block right after it */
export function exampleOf(name: string): string {
  const found = new RegExp(`<!-- example: ${name} -->\n\`\`\`\\w+\n([\\s\\S]*?)\n\`\`\``).exec(guide())?.[1];
  if (found === undefined) throw new Error(`docs/site-owners.md has no example ${name}`);
  return found;
}
