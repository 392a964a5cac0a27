// Where the site itself says something to its readers: its accessibility statement, and where to complain. Plain links, in the panel and in the
// help. Not for what may be linked (widget/option-kinds.ts).
import type { Words } from '../i18n';
import { say } from '../i18n/say';
import { Picture } from './icon';
import type { ToolbarModel } from './model';

const LINKS = {
  statement: { word: 'site.statement', picture: ['M7 4h11l6 6v16H7z', 'M17 4v7h7', 'M11 16h9', 'M11 21h9'] },
  feedback: { word: 'site.feedback', picture: ['M4 6h22v15H14l-6 5v-5H4z', 'M9 11h12', 'M9 16h8'] },
} as const;

/** Nothing where the site has no such page. */
export function SiteLinks({ model, words }: { readonly model: Pick<ToolbarModel, 'site'>; readonly words: Words }) {
  const links = model.site?.links ?? [];
  if (links.length === 0) return null;
  return (
    <section aria-label={say(words, 'site')}>
      <h3>{say(words, 'site')}</h3>
      {links.map(({ kind, href }) => (
        <a key={kind} class="act" href={href}>
          <Picture paths={LINKS[kind].picture} />
          <span class="word">{say(words, LINKS[kind].word)}</span>
        </a>
      ))}
    </section>
  );
}
