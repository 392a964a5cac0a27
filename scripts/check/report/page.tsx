// A page's own file in the report: what it is, its problems, its policies, what was measured, its pictures.
import { WEIGHTS, type AidRow, type PageFacts, type PageRow, type Problem } from '../types';
import { pictureAddress, safeAddress } from './clean';
import { documentText, Head, References, ruleWords, Said, WeightWord } from './parts';
import { addressOf, titleOf } from './sums';
import { aidName, filled, zoneName, type Words } from './words';

interface Shown {
  readonly words: Words;
  readonly row: PageRow;
}

function Address({ address }: { readonly address: string }) {
  const safe = safeAddress(address);
  return safe === null ? (
    <Said>{address}</Said>
  ) : (
    <a href={safe} rel="noreferrer">
      <Said>{address}</Said>
    </a>
  );
}

function Facts({ words, row, facts }: Shown & { readonly facts: PageFacts | undefined }) {
  const zones = Object.entries(facts?.zones ?? {}).filter(([, count]) => count > 0);
  const zoneWords = zones.map(([id, count]) => `${zoneName(id, words)} ${count}`).join(words.comma);
  const rows: readonly (readonly [string, string])[] = facts
    ? [
        [words.mingduTag, facts.mingdu === null ? words.mingduNone : filled(words.mingduVersion, { version: facts.mingdu })],
        [words.article, facts.articleCharacters > 0 ? filled(words.articleFound, { n: facts.articleCharacters }) : words.articleNone],
        [words.zones, zoneWords || words.zonesNone],
        [words.lang_, facts.lang || '–'],
        [words.charset, facts.charset || '–'],
        ...(facts.frames.length > 0 ? [[words.frames, facts.frames.join('  ')] as const] : []),
      ]
    : [];
  return (
    <dl>
      <dt>{words.address}</dt>
      <dd>
        <Address address={addressOf(row)} />
      </dd>
      {rows.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>
            <Said>{value}</Said>
          </dd>
        </>
      ))}
      <dt>{words.took}</dt>
      <dd>{filled(words.seconds, { n: Math.round(row.ms / 100) / 10 })}</dd>
    </dl>
  );
}

function ProblemCard({ words, problem }: { readonly words: Words; readonly problem: Problem }) {
  const { rule, weight, count, places, detail } = problem;
  const { title, remedy } = ruleWords(rule, words);
  const isToPaste = rule.startsWith('policy/');
  return (
    <li class={weight}>
      <h3>
        <WeightWord weight={weight} words={words} /> · {title}
      </h3>
      {count > 1 ? <p>{filled(words.place, { n: count })}</p> : null}
      {detail === '' ? null : isToPaste ? (
        <pre>
          <code>{detail}</code>
        </pre>
      ) : (
        <p>
          <Said>{detail}</Said>
        </p>
      )}
      <p>
        <b>{words.remedy}</b>
        {words.colon}
        {remedy}
      </p>
      {places.length === 0 ? null : (
        <>
          <p>{words.places}</p>
          <ul>
            {places.map((place) => (
              <li>
                <code>
                  <Said>{place}</Said>
                </code>
              </li>
            ))}
          </ul>
        </>
      )}
      <References rule={rule} words={words} />
    </li>
  );
}

function Problems({ words, problems }: { readonly words: Words; readonly problems: readonly Problem[] }) {
  const sorted = WEIGHTS.flatMap((weight) => problems.filter((one) => one.weight === weight));
  return sorted.length === 0 ? (
    <p>{words.none}</p>
  ) : (
    <ul class="cards">
      {sorted.map((problem) => (
        <ProblemCard words={words} problem={problem} />
      ))}
    </ul>
  );
}

function Policy({ words, row, facts }: Shown & { readonly facts: PageFacts }) {
  const needed = row.problems.filter(({ rule }) => rule.startsWith('policy/'));
  // The row's rules have decided, with what the command line said of the files.
  const isReady = needed.length === 0;
  return (
    <>
      {facts.policies.length === 0 && needed.length === 0 ? <p>{words.policyNone}</p> : null}
      {facts.policies.length > 0 && isReady ? <p>{words.policyReady}</p> : null}
      {needed.length > 0 ? (
        <>
          <p>{words.policyPaste}</p>
          <Problems words={words} problems={needed} />
        </>
      ) : null}
      {facts.policies.length > 0 ? (
        <>
          <h3>{words.policyNow}</h3>
          <ul>
            {facts.policies.map(({ from, value }) => (
              <li>
                {words[from]}
                {words.colon}
                <code>
                  <Said>{value}</Said>
                </code>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Aids({ words, aids }: { readonly words: Words; readonly aids: readonly AidRow[] }) {
  if (aids.length === 0) return <p>{words.notMeasured}</p>;
  return (
    <table role="table">
      <Head names={[words.aid, words.findings, words.restored]} />
      <tbody role="rowgroup">
        {aids.map(({ aid, findings, isRestored, failed }) => (
          <tr role="row">
            <th role="rowheader" scope="row">
              <Said>{aidName(aid, words)}</Said>
            </th>
            <td role="cell" data-label={words.findings}>
              <Said>{failed ?? String(findings.length)}</Said>
            </td>
            <td role="cell" data-label={words.restored}>
              {failed === undefined ? (isRestored ? words.restoredYes : words.restoredNo) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pictures({ words, row, root }: Shown & { readonly root: string }) {
  const shown = row.pictures.flatMap(({ name, file }) => {
    const address = pictureAddress(file);
    return address === null ? [] : [{ name: aidName(name, words), address: `${root}${address}` }];
  });
  if (shown.length === 0) return <p>{words.picturesNone}</p>;
  return (
    <div class="pictures">
      {shown.map(({ name, address }) => (
        <figure>
          <figcaption>
            <Said>{name}</Said>
          </figcaption>
          <img src={address} alt={`${words.pictures}${words.colon}${name}`} loading="lazy" />
        </figure>
      ))}
    </div>
  );
}

/** A page's file. @param steps links to its neighbours and the list, from the report's folder */
export function pageText({ words, row }: Shown, number: number, steps: readonly (readonly [string, string])[]): string {
  const { facts, problems } = row;
  const title = titleOf(row);
  const root = '../';
  const others = problems.filter(({ rule }) => !rule.startsWith('policy/') && !rule.startsWith('tool/'));
  const tools = problems.filter(({ rule }) => rule.startsWith('tool/'));
  const sections = [
    { id: 'owner', name: words.owner, body: <Problems words={words} problems={others.filter(({ duty, weight }) => duty === 'owner' && weight !== 'advice')} /> },
    { id: 'mingdu', name: words.mingdu, body: <Problems words={words} problems={others.filter(({ duty }) => duty === 'mingdu')} /> },
    { id: 'advice', name: words.advices, body: <Problems words={words} problems={others.filter(({ duty, weight }) => duty === 'owner' && weight === 'advice')} /> },
    ...(facts ? [{ id: 'policy', name: words.policy, body: <Policy words={words} row={row} facts={facts} /> }] : []),
    { id: 'tools', name: words.tools, body: tools.length === 0 ? <p>{words.toolsNone}</p> : <Problems words={words} problems={tools} /> },
    { id: 'aids', name: words.measured, body: <Aids words={words} aids={row.aids} /> },
    { id: 'pictures', name: words.pictures, body: <Pictures words={words} row={row} root={root} /> },
  ];
  const isFailed = row.state === 'failed';
  return documentText({
    words,
    title: `${number} ${title} · ${words.title}`,
    root,
    children: (
      <>
        <nav aria-label={words.pagesTitle}>
          <ul>
            {steps.map(([file, name]) => (
              <li>
                <a href={`${root}${file}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <main>
          <h1>
            {number} · <Said>{title}</Said>
          </h1>
          {isFailed ? (
            <p class="note">
              <Said>{filled(words.notChecked, { reason: row.failed || words.noReason })}</Said>
            </p>
          ) : null}
          <Facts words={words} row={row} facts={facts} />
          {(isFailed && problems.length === 0 && row.aids.length === 0 ? sections.filter(({ id }) => id === 'pictures') : sections).map(({ id, name, body }) => (
            <section aria-labelledby={id}>
              <h2 id={id}>{name}</h2>
              {body}
            </section>
          ))}
          <p class="second">{words.claim}</p>
        </main>
      </>
    ),
  });
}
