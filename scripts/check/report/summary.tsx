// report.html: what to do first, then all rules by whose they are, what people have to try, and the first pages of the list.
import { CLAUSE_NAMES, CLAUSES } from '../rules/clauses';
import type { Duty, Weight } from '../types';
import { PageTable, type ListedPage } from './list';
import { clauseNumber, documentText, inLang, References, ruleWords, Said, WeightWord } from './parts';
import { rulesOf, type RuleSum, type Sums } from './sums';
import { filled, type Words } from './words';

/** Where a page's own file is. */
export const fileOf = (number: number): string => `pages/${String(number).padStart(4, '0')}.html`;

const MOST_STEPS = 5;

function RuleCard({ sum, words }: { readonly sum: RuleSum; readonly words: Words }) {
  const { title, remedy } = ruleWords(sum.rule, words);
  return (
    <li class={sum.weight}>
      <h3>
        <WeightWord weight={sum.weight} words={words} /> · {title}
      </h3>
      <p>{filled(words.onPages, { pages: sum.pages, places: sum.places })}</p>
      <p>
        <b>{words.remedy}</b>
        {words.colon}
        {remedy}
      </p>
      <References rule={sum.rule} words={words} />
      <p class="row">
        {words.such}{' '}
        {sum.first.map((number) => (
          <>
            <a href={fileOf(number)} aria-label={`${words.page} ${number}${words.colon}${title}`}>
              {words.page} {number}
            </a>{' '}
          </>
        ))}
      </p>
    </li>
  );
}

function Rules({ sums, words, duty, weights }: { readonly sums: Sums; readonly words: Words; readonly duty: Duty; readonly weights: readonly Weight[] }) {
  const rules = weights.flatMap((weight) => rulesOf(sums, duty, weight));
  return rules.length === 0 ? (
    <p>{words.none}</p>
  ) : (
    <ul class="cards">
      {rules.map((sum) => (
        <RuleCard sum={sum} words={words} />
      ))}
    </ul>
  );
}

function First({ sums, words }: { readonly sums: Sums; readonly words: Words }) {
  const steps = (['barrier', 'hindrance'] as const).flatMap((weight) => rulesOf(sums, 'owner', weight)).slice(0, MOST_STEPS);
  if (steps.length === 0) return <p>{words.firstNone}</p>;
  return (
    <ol class="plain-numbers">
      {steps.map((sum) => {
        const { title, remedy } = ruleWords(sum.rule, words);
        return (
          <li>
            <b>{title}</b>
            {filled(words.inBrackets, { inner: `${words[sum.weight]}${words.comma}${filled(words.onPages, { pages: sum.pages, places: sum.places })}` })}
            {words.colon}
            {remedy}
          </li>
        );
      })}
    </ol>
  );
}

function ByHand({ words }: { readonly words: Words }) {
  return (
    <section aria-labelledby="hand">
      <h2 id="hand">{words.handTitle}</h2>
      <p>{words.handGloss}</p>
      <ul class="cards">
        {CLAUSE_NAMES.map((name) => {
          const { number, asks, seen, isOwners, byHand } = CLAUSES[name];
          return (
            <li>
              <h3>
                {number === '' ? '' : `${clauseNumber(name, words)} · `}
                {inLang(asks, words)}
              </h3>
              <p>{inLang(byHand, words)}</p>
              <p class="second">{[seen === 'no' ? words.seenNo : words.seenPartly, ...(isOwners ? [words.ownersAlone] : [])].join(words.semicolon)}</p>
            </li>
          );
        })}
      </ul>
      <p class="second">{words.source}</p>
    </section>
  );
}

/** What could not be checked, before what was: whoever asked for it must not look for it in a list of thousands. */
function Failed({ sums, words }: { readonly sums: Sums; readonly words: Words }) {
  const more = sums.failed - sums.firstFailed.length;
  return (
    <section aria-labelledby="failed">
      <h2 id="failed">{words.failedTitle}</h2>
      <ul class="plain">
        {sums.firstFailed.map(({ number, title, reason }) => (
          <li class="row">
            <a href={fileOf(number)}>
              <Said>{title}</Said>
            </a>
            {words.colon}
            <Said>{reason || words.noReason}</Said>
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{filled(words.failedMore, { n: more })}</p> : null}
    </section>
  );
}

/** What the first file shows besides the sums. */
export interface SummaryProps {
  readonly words: Words;
  readonly title: string;
  readonly date: string;
  readonly sums: Sums;
  readonly unreadable: number;
  /** The first of the list, and whether more files follow. */
  readonly listed: readonly ListedPage[];
  readonly next: string | null;
}

/** The whole of report.html. */
export function summaryText({ words, title, date, sums, unreadable, listed, next }: SummaryProps): string {
  const numbers = (['barrier', 'hindrance', 'advice'] as const).map((weight) => ({ weight, gloss: words[`${weight}Gloss`], count: weight === 'barrier' ? sums.barriers : weight === 'hindrance' ? sums.hindrances : sums.advice }));
  const parts: readonly (readonly [string, string])[] = [['first', words.firstThings], ['owner', words.owner], ['mingdu', words.mingdu], ['advice', words.advices], ['hand', words.handTitle], ['pages', words.pagesTitle]];
  return documentText({
    words,
    title,
    root: '',
    children: (
      <>
        <a class="skip" href="#first">
          {words.skip}
        </a>
        <header>
          <h1>{title}</h1>
          <p>
            {filled(words.sums, { pages: sums.pages })}
            {sums.failed > 0 ? `${words.comma}${filled(words.failedPages, { n: sums.failed })}` : ''} · {filled(words.made, { date })}
          </p>
          {unreadable > 0 ? <p>{filled(words.unreadable, { n: unreadable })}</p> : null}
          <p class="note">{words.claim}</p>
        </header>
        <nav aria-label={title}>
          <ul>
            {parts.map(([id, name]) => (
              <li>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <main>
          <ul class="sums">
            {numbers.map(({ weight, gloss, count }) => (
              <li>
                <b class={weight}>{count}</b> {words[weight]}
                <br />
                <span class="second">{gloss}</span>
              </li>
            ))}
          </ul>
          {sums.failed > 0 ? <Failed sums={sums} words={words} /> : null}
          <section aria-labelledby="first">
            <h2 id="first">{words.firstThings}</h2>
            <First sums={sums} words={words} />
            {sums.worst.length > 0 ? (
              <>
                <h3>{words.worst}</h3>
                <ul class="plain">
                  {sums.worst.map(({ number, title: name, barriers, hindrances }) => (
                    <li class="row">
                      <a href={fileOf(number)}>
                        <Said>{name}</Said>
                      </a>{' '}
                      {words.barrier} {barriers} · {words.hindrance} {hindrances}
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </section>
          <section aria-labelledby="owner">
            <h2 id="owner">{words.owner}</h2>
            <p>{words.ownerGloss}</p>
            <Rules sums={sums} words={words} duty="owner" weights={['barrier', 'hindrance']} />
          </section>
          <section aria-labelledby="mingdu">
            <h2 id="mingdu">{words.mingdu}</h2>
            <p>{words.mingduGloss}</p>
            <Rules sums={sums} words={words} duty="mingdu" weights={['barrier', 'hindrance', 'advice']} />
          </section>
          <section aria-labelledby="advice">
            <h2 id="advice">{words.advices}</h2>
            <p>{words.advicesGloss}</p>
            <Rules sums={sums} words={words} duty="owner" weights={['advice']} />
          </section>
          <ByHand words={words} />
          <section aria-labelledby="pages">
            <h2 id="pages">{words.pagesTitle}</h2>
            <PageTable words={words} listed={listed} root="" />
            {next === null ? null : (
              <ul class="steps">
                <li>
                  <a href={next}>{words.next}</a>
                </li>
              </ul>
            )}
          </section>
        </main>
      </>
    ),
  });
}
