// What the report's pages are put together from: the page around everything, a rule in words, numbers with their names. Escaping is
// the renderer's, and nothing here makes markup from strings.
import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { CLAUSES, type ClauseName } from '../rules/clauses';
import { CRITERIA } from '../rules/criteria';
import { mappingOf } from '../rules/mapping';
import { textOf } from '../rules/texts';
import type { Weight } from '../types';
import { clean } from './clean';
import type { Words } from './words';

/** Which of two languages words are taken in. */
export const inLang = (words: { readonly zh: string; readonly en: string }, { lang }: Words): string => (lang === 'en' ? words.en : words.zh);

/** What pages of the check's sites said: set apart, so that right-to-left text in it turns nothing around it. */
export const Said = ({ children }: { readonly children: string }) => <bdi>{children}</bdi>;

/** The first row of a table. Roles are said because a narrow window shows rows as blocks, and browsers then forget that they are rows. */
export const Head = ({ names }: { readonly names: readonly string[] }) => (
  <thead role="rowgroup">
    <tr role="row">
      {names.map((name) => (
        <th role="columnheader" scope="col">
          {name}
        </th>
      ))}
    </tr>
  </thead>
);

interface DocumentProps {
  readonly words: Words;
  readonly title: string;
  /** From this page to the report's folder: `''` or `../`. */
  readonly root: string;
  readonly children: ComponentChildren;
}

/** No script, no font, no request but for the style sheet and the pictures; the policy holds even if an escape were forgotten. */
function ReportDocument({ words, title, root, children }: DocumentProps) {
  return (
    <html lang={words.lang}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <link rel="stylesheet" href={`${root}report.css`} />
      </head>
      <body>{children}</body>
    </html>
  );
}

/** A whole file. */
export const documentText = (props: DocumentProps): string => `<!doctype html>\n${render((<ReportDocument {...props} />) as VNode)}\n`;

/** The word for a weight; never told by colour alone. */
export const WeightWord = ({ weight, words }: { readonly weight: Weight; readonly words: Words }) => <span class="weight">{words[weight]}</span>;

/** A clause by the specification's number, as far as there is one. */
export const clauseNumber = (name: ClauseName, words: Words): string => `${words.clause} ${CLAUSES[name].number.replace('服务原则', words.principle)}`.trim();

/** What a rule is called, with the clause and the criterion that it speaks of. */
export function References({ rule, words }: { readonly rule: string; readonly words: Words }) {
  const { clauses = [], criteria = [] } = mappingOf(rule) ?? {};
  const ofClauses = clauses.map((name) => `${clauseNumber(name, words)} “${inLang(CLAUSES[name].asks, words)}”`);
  const ofCriteria = criteria.flatMap((number) => {
    const criterion = CRITERIA[number];
    return criterion ? [`WCAG 2.2 ${number} ${inLang(criterion, words)} (${criterion.level})`] : [];
  });
  const all = [...ofClauses, ...ofCriteria];
  return (
    <p class="second">
      {all.length > 0 ? `${all.join(words.semicolon)} · ` : ''}
      {words.rule} <code>{clean(rule, 100)}</code>
    </p>
  );
}

/** Title and remedy of a rule in one language. */
export function ruleWords(rule: string, words: Words): { readonly title: string; readonly remedy: string } {
  const { title, remedy } = textOf(rule);
  return { title: clean(inLang(title, words)), remedy: inLang(remedy, words) };
}
