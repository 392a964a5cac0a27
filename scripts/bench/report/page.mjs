// docs/benchmarks.md and its plots, made of figures.json alone, so that the page can be made again without measuring. Pure: hands on texts by name.
import { markdownTable, median } from './figures.mjs';
import { barPlot, growthPlot } from './plot.mjs';
import { behindLines, behindOf, behindTable, checksSection, growthOf, growthTable, loadSection, reader, seenSection, stepSection } from './sections.mjs';

const HEAD = '<!-- Written by `npm run bench`; what is changed by hand is lost at the next run. Figures: benchmarks/figures.json. -->';
const OWN = 'mingdu';

const machineLine = ({ machine, date, plan }) =>
  `${date}: ${machine.processor}, ${machine.cores} cores, ${machine.memory}, ${machine.system}, Node ${machine.node}; ${machine.browsers.join(', ')}. Load average when the parts began: ${machine.loadAverages.join(', ')} (on ${machine.cores} cores; one for what is measured is normal, more is other work on the machine). Each figure: the median of ${plan.runs}, least and most in brackets.`;

/** A plot with the table that says the same. */
function growth(book, { id, title, measure, part, kind, unit, xName, yName, description, subtract }) {
  const data = growthOf(book, measure, part, kind, subtract);
  if (data.series.length === 0) return { text: '', plots: {} };
  const svg = growthPlot({ title, description: `${description} The table below the picture in docs/benchmarks.md holds the same figures.`, xName, yName, series: data.series });
  return { text: `### ${title}\n\n![${title}; the same figures are in the table below](benchmarks/${id}.svg)\n\n${growthTable(data, unit)}\n`, plots: { [`${id}.svg`]: svg } };
}

/** The Chinese summary, in figures of the run. */
function summary(peers, book, count) {
  const { main, mainText } = peers.plan;
  const ms = (...asked) => {
    const value = book.middle(...asked);
    return Number.isFinite(value) ? `${Math.round(value)} 毫秒` : '没有量到';
  };
  const bytes = book.middle('load', 'load bytes', main, OWN);
  return `## 摘要

- **量什么**：同一次运行、同样的网页上，把明读和别的无障碍组件（${peers.candidates.filter(({ kind }) => kind === 'peer').map(({ name }) => name).join('、')}）以及“手写的最低代价”（CSS 缩放、一张配色样式表、手写 ruby、只跑 pinyin-pro）放在一起：加载的字节和请求、主线程时间、打开、放大一档、换配色、标拼音、移动指针、关掉，以及加载时改不改网页、关掉以后还原没还原、严格的内容安全策略、抢不抢按键。网页从 1,000 到 50,000 个元素，从 5,000 到 1,000,000 个字。
- **怎么重做**：\`npm run build\`，再 \`npm run bench -- peers growth\`；不联网。机器不同、忙闲不同，毫秒数就不同：看同一次运行里的倍数。
- **明读这一次**：加载时 ${Number.isFinite(bytes) ? bytes.toLocaleString('en') : '–'} 字节（gzip）；${main} 上放大一档 ${ms('enlarge', 'first cpu', main, OWN)}，换配色 ${ms('scheme', 'first cpu', main, OWN)}；${mainText} 上标拼音 ${ms('pinyin', 'first cpu', mainText, OWN)}（都是主线程时间，第一次用，连下载后的编译在内）。
- **哪里落后**：比同类慢或重的有 ${count} 项，一项一项列在 [Where Mingdu is behind](#where-mingdu-is-behind)；测试从不看快慢，所以这里不会“合格”，只会如实。
`;
}

/**
 * The part about peers.
 * @param others rows of other pages, for what is said of where we are behind
 * @returns { text, plots }
 */
function peersPart(peers, others) {
  const book = reader(peers);
  const { main, mainText, limit } = peers.plan;
  const peerIds = peers.candidates.filter(({ kind }) => kind === 'peer').map(({ id }) => id);
  const floorIds = peers.candidates.filter(({ kind }) => kind === 'floor').map(({ id }) => id);
  const all = { ...book, ...reader({ ...peers, rows: [...peers.rows, ...others.filter(({ page }) => !peers.rows.some((row) => row.page === page))] }) };
  const found = behindOf(all, OWN, peerIds);
  const worst = behindOf(book, OWN, peerIds, /^(first (cpu|view)|load cpu)$/).filter(({ row }) => row.page === main && row.browser === 'chromium');
  const overFloors = behindOf(all, OWN, floorIds.filter((id) => id !== 'raw'), /^(first (cpu|view|longest)|off cpu)$/);
  const bars = peers.candidates.filter(({ id, kind }) => (kind === 'ours' || kind === 'peer') && id !== 'mingdu-more').flatMap(({ id, name, kind }) => {
    const row = book.row('load', 'load bytes', main, id);
    return row && row.values.length > 0 ? [{ name, value: median(row.values), label: `${median(row.values).toLocaleString('en')} bytes`, isOwn: kind === 'ours' }] : [];
  });
  const checks = checksSection(book, 'chromium');
  const inFirefox = checksSection(book, 'firefox');
  const differs = inFirefox.facts.filter((fact) => !checks.facts.includes(fact)).map((fact) => fact.split('|'));
  const failed = peers.rows.filter(({ failed: why }) => why !== undefined);
  const failures = failed.map((row) => `- ${book.nameOf(row.candidate)}, ${row.measure} on ${row.page} in ${row.browser}: ${row.failed}`);
  const cards = book.rows.some(({ page }) => page === 'cards/12000');
  const text = `${summary(peers, book, found.length)}
## How it is measured

${machineLine(peers)}

\`npm run build\`, then \`npm run bench -- peers growth\` (\`--quick\` tries it on small pages and writes to \`dist/bench/\`; \`-- --page\` makes this page anew from its figures). All is served from \`node_modules\` and \`dist/widget\` on loopback, packed by gzip; browsers reach nothing else. Pages are made to a size (\`scripts/bench/pages.mjs\`): \`table\` as old portals are, \`cards\` as new ones, \`text\` paragraphs; the number is that of elements, for \`text\` that of Han characters. Each visit is a window of its own with an empty cache; candidates take turns, so that what the machine does besides falls on all.

- **main thread**: the browser's own \`TaskDuration\` in thread time (script, style, layout, paint) from the press until the thread is at rest again, less what watching costs; with scripts that are fetched and compiled on the first use. Where a candidate has an interface it is open before the step.
- **longest task**: how long the page answered to nothing, in wall time; browsers tell none under 50 ms, so 0 means less than that.
- **seen after**: from the press until the last change of size, colour or reading among samples from the first to the last text in view. Wall time, so another program's work is in it.
- A step is what a reader presses: enlargement is one step of each (Mingdu 125 %, Sienna 110 %, accessibility 12.5 %, floors 125 %); a scheme is yellow on black in Mingdu, dark contrast in Sienna, inverting in accessibility, \`enable()\` in Dark Reader. Of each it is said which share of the texts in view was reached: less work is less cost.
- **floors** do the same wish by hand, with no care for what breaks. They are not products; Mingdu looks at each text and box, keeps layouts whole and undoes all exactly, and has to pay for that.
- Mingdu waits with readings until a page that was just loaded has come to rest (3 s); pinyin is measured after that for all.
- A step that takes over ${limit / 1000} s is ended and stands as \`more than ${limit / 1000} s\`; larger pages of the kind are then not tried.

## Where Mingdu is behind

Made from the figures, whatever they are. On ${main}, with what a reader waits for:

${worst.length === 0 ? 'Nowhere in this run.' : behindLines(book, worst).join('\n')}

Every figure, on every page, that is worse than a peer's by a tenth or more (and 5 ms), worst first:

${found.length === 0 ? 'None.' : behindTable(all, found)}

And beside what the same wish costs by hand, with no care for the page:

${overFloors.length === 0 ? 'None.' : behindTable(all, overFloors)}
${failures.length === 0 ? '' : `\nCould not be measured:\n\n${failures.join('\n')}\n`}
## At load (${main})

![Bytes at load; the same figures are in the table below](benchmarks/bytes.svg)

${loadSection(book, main)}

## Opening (${main})

Mingdu's bar comes first and its panel (更多) when it is asked for; the others show all they have at once.

${stepSection(book, 'open', main, 'mingdu', undefined)}

## One step of enlargement (${main})

${stepSection(book, 'enlarge', main, 'zoom', 'grown')}

## A scheme (${main})

${stepSection(book, 'scheme', main, 'sheet', 'coloured')}

## Pinyin to view (${mainText})

No peer has pinyin; beside the floors.

${stepSection(book, 'pinyin', mainText, 'ruby-view', 'annotated')}
${cards ? `\n## On cards, as new portals have them (cards/12000)\n\nEnlargement:\n\n${stepSection(book, 'enlarge', 'cards/12000', 'zoom', 'grown')}\n\nA scheme:\n\n${stepSection(book, 'scheme', 'cards/12000', 'sheet', 'coloured')}\n` : ''}
## A pointer move with a reading aid on (${main})

Milliseconds of main thread a move, over the same moves without.

${pointerTable(book, main)}

## What is so or not so

On one article page. The one node that Mingdu adds is the host of its launcher; where the page has a control with \`data-mingdu-open\` there is none. What is in localStorage is what the reader chose. Elements: those of the page itself whose attributes, texts or place differ from the page alone. Keys: every plain key, alone and with others held, at several places, as events. Strict policy: \`default-src 'self'; script-src 'self'; style-src 'self'\`.

${checks.table}

${differs.length === 0 ? 'Firefox says the same of each.' : `In Firefox it is the same but for: ${differs.map(([part, id, value]) => `${book.nameOf(id)}, ${part}: ${value}`).join('; ')}.`}

## In Firefox

Firefox tells no times of its main thread; what can be asked is when it is seen.

${seenSection(book, 'firefox', [['enlarge', main, 'grown'], ['scheme', main, 'coloured'], ['pinyin', mainText, 'annotated']])}
`;
  return { text, plots: { 'bytes.svg': barPlot({ title: 'Bytes at load, packed by gzip', description: bars.map(({ name, label }) => `${name}: ${label}.`).join(' '), bars }) } };
}

/** Hundredths count here. */
function pointerTable(book, page) {
  const cells = book.candidates
    .map(({ id, name }) => [name, book.row('pointer', 'first move', page, id)])
    .filter(([, row]) => row !== undefined && row.values.length > 0)
    .map(([name, { values }]) => [name, median(values).toFixed(2), `${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)}`]);
  return markdownTable(['candidate', 'ms a move', 'least–most'], cells);
}

/** The part about growth. @returns { text, plots } */
function growthPart(measured) {
  const book = reader(measured);
  const bareLoad = (page) => book.middle('load', 'load cpu', page, 'bare');
  const time = { xName: 'elements of the page', yName: 'main thread, ms', unit: 'elements', kind: 'table' };
  const grown = [
    growth(book, { ...time, id: 'growth-load', title: 'What a tag adds to a load', measure: 'load', part: 'load cpu', subtract: bareLoad, description: 'Main-thread milliseconds of a load more than those of the same page alone, by size of page; nothing is drawn where it is not more.' }),
    growth(book, { ...time, id: 'growth-enlarge', title: 'One step of enlargement', measure: 'enlarge', part: 'first cpu', description: 'Main-thread milliseconds until the page is at rest again, by size of page, both on logarithmic axes.' }),
    growth(book, { ...time, id: 'growth-enlarge-task', title: 'One step of enlargement, longest task', measure: 'enlarge', part: 'first longest', yName: 'longest task, ms', description: 'Milliseconds in which the page answers to nothing, by size of page; tasks under 50 ms are not told by browsers and count as nought.' }),
    growth(book, { ...time, id: 'growth-scheme', title: 'A scheme', measure: 'scheme', part: 'first cpu', description: 'Main-thread milliseconds until the page is at rest again, by size of page.' }),
    growth(book, { ...time, id: 'growth-off', title: 'Switching a scheme off', measure: 'scheme', part: 'off cpu', description: 'Main-thread milliseconds until the page is at rest again, by size of page.' }),
    growth(book, { ...time, kind: 'text', unit: 'characters', xName: 'Han characters of the page', id: 'growth-pinyin', title: 'Pinyin', measure: 'pinyin', part: 'first cpu', description: 'Main-thread milliseconds until the page is at rest again, by number of Han characters.' }),
    growth(book, { ...time, kind: 'text', unit: 'characters', xName: 'Han characters of the page', id: 'growth-pinyin-view', title: 'Pinyin, until it is seen', measure: 'pinyin', part: 'first view', yName: 'seen after, ms', description: 'Milliseconds from the press until the last change in view, by number of Han characters.' }),
  ];
  const text = `## How costs grow

${machineLine(measured)}

\`npm run bench -- growth\`: the same measuring on pages of many sizes. A curve that ends early hit the limit of ${measured.plan.limit / 1000} s.

${grown.map((one) => one.text).filter(Boolean).join('\n')}`;
  return { text, plots: Object.assign({}, ...grown.map((one) => one.plots)) };
}

/** What other themes printed, each with its machine. */
function themesPart(themes) {
  const shown = Object.entries(themes ?? {});
  if (shown.length === 0) return '';
  return `## The other themes, as they print\n\n${shown.map(([name, { date, machine, text }]) => `### ${name}\n\n${date}, ${machine.processor}, ${machine.cores} cores, load average ${machine.loadAverage[0]}.\n\n\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`).join('\n')}`;
}

/** @param figures { peers, growth, themes }, each where it was measured @returns { text, plots }: the page, and plots by file name */
export function benchmarksPage(figures) {
  const nothing = { text: '', plots: {} };
  const peers = figures.peers ? peersPart(figures.peers, figures.growth?.rows ?? []) : { ...nothing, text: 'Nothing was measured beside peers yet: `npm run bench -- peers`.' };
  const growing = figures.growth ? growthPart(figures.growth) : nothing;
  const parts = ['# Benchmarks', HEAD, peers.text.trim(), growing.text.trim(), themesPart(figures.themes).trim()].filter((part) => part !== '');
  return { text: `${parts.join('\n\n')}\n`, plots: { ...peers.plots, ...growing.plots } };
}
