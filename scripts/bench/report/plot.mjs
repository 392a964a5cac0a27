// Plots as SVG, drawn by hand: curves on logarithmic axes for how a cost grows, and bars. Readable in light and dark, told apart by marks as well as
// by colours, with a title and a description for those who do not see them. Pure.

const [WIDTH, HEIGHT] = [820, 460];
const BOX = { left: 76, right: 250, top: 48, bottom: 56 };
const COLOURS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const STYLE = `text{font:14px sans-serif;fill:#1b1b1b}.title{font-weight:bold;font-size:16px}.grid{stroke:#d5d5d5}.axis{stroke:#555}rect.ground{fill:#fff}
.a{--c:#0b4a8f}.b{--c:#b3261e}.c{--c:#8a5a00}.d{--c:#6a1b9a}.e{--c:#00695c}.f{--c:#555}.g{--c:#ad1457}.h{--c:#33691e}
.line{fill:none;stroke:var(--c);stroke-width:2}.own{stroke-width:4}.mark{fill:var(--c);stroke:var(--c)}.name{fill:var(--c)}
@media (prefers-color-scheme:dark){text{fill:#eee}.grid{stroke:#444}.axis{stroke:#aaa}rect.ground{fill:#16181c}
.a{--c:#8ab8f5}.b{--c:#ff9e95}.c{--c:#f2bd63}.d{--c:#d9a4ec}.e{--c:#6fd0c1}.f{--c:#bbb}.g{--c:#f48fb1}.h{--c:#a5d27a}}`;

export const escapeXml = (text) => String(text).replace(/[&<>"']/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[one]);

/** Ticks of a logarithmic axis: 1, 2 and 5 of each power of ten where these are few, else the powers alone; they enclose the values. */
export function logTicks(least, most) {
  const [from, to] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
  const powers = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const all = powers.flatMap((power) => (powers.length > 3 ? [1] : [1, 2, 5]).map((step) => step * 10 ** power));
  const first = Math.max(0, all.findLastIndex((tick) => tick <= least));
  const last = all.findIndex((tick) => tick >= most);
  return all.slice(first, (last < 0 ? all.length : last) + 1).map((tick) => Number(tick.toPrecision(3)));
}

const short = (value) => (value >= 1e6 ? `${value / 1e6} M` : value >= 1e4 ? `${value / 1e3} k` : value.toLocaleString('en', { maximumFractionDigits: 3 }));
const at = (value) => Number(value.toFixed(1));

/** A mark of its own for each curve, in turns. */
function markOf(kind, x, y) {
  const r = 5;
  if (kind % 4 === 0) return `<circle class="mark" cx="${at(x)}" cy="${at(y)}" r="${r}"/>`;
  if (kind % 4 === 1) return `<rect class="mark" x="${at(x - r)}" y="${at(y - r)}" width="${2 * r}" height="${2 * r}"/>`;
  if (kind % 4 === 2) return `<path class="mark" d="M${at(x)} ${at(y - r - 1)}l${r + 1} ${2 * r}h${-2 * r - 2}z"/>`;
  return `<path class="mark" d="M${at(x - r)} ${at(y - r)}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}" fill="none" stroke-width="3"/>`;
}

const frame = (title, description, height, inside) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description">
<title id="title">${escapeXml(title)}</title>
<desc id="description">${escapeXml(description)}</desc>
<style>${STYLE}</style>
<rect class="ground" width="${WIDTH}" height="${height}"/>
<text class="title" x="16" y="28">${escapeXml(title)}</text>
${inside}
</svg>
`;

/** Names at the ends of curves, moved apart so that none lies over another. */
function places(ends) {
  const GAP = 18;
  const placed = [...ends].sort((a, b) => a.y - b.y);
  placed.forEach((end, index) => (end.text = Math.max(end.y + 5, (placed[index - 1]?.text ?? -Infinity) + GAP)));
  const over = (placed.at(-1)?.text ?? 0) - (HEIGHT - BOX.bottom + 8);
  if (over > 0) placed.forEach((end) => (end.text -= over));
  return placed;
}

/**
 * Curves on logarithmic axes.
 * @param series { name, isOwn, look, points: [x, y][] } each, `look` the number of its colour and mark; points that are not above nought are left out
 */
export function growthPlot({ title, description, xName, yName, series }) {
  const shown = series.map((one, index) => ({ ...one, index: one.look ?? index, points: one.points.filter(([x, y]) => x > 0 && y > 0) })).filter(({ points }) => points.length > 0);
  const all = shown.flatMap(({ points }) => points);
  if (all.length === 0) return frame(title, `${description} There is nothing to show.`, HEIGHT, '');
  const span = (which) => logTicks(Math.min(...all.map((point) => point[which])), Math.max(...all.map((point) => point[which])));
  const [xs, ys] = [span(0), span(1)];
  const scale = (ticks, from, to) => {
    const [low, high] = [Math.log10(ticks[0]), Math.log10(ticks.at(-1))];
    return (value) => (high === low ? (from + to) / 2 : from + ((Math.log10(value) - low) / (high - low)) * (to - from));
  };
  const x = scale(xs, BOX.left, WIDTH - BOX.right);
  const y = scale(ys, HEIGHT - BOX.bottom, BOX.top);
  const grid = [
    ...xs.map((tick) => `<path class="grid" d="M${at(x(tick))} ${BOX.top}V${HEIGHT - BOX.bottom}"/><text x="${at(x(tick))}" y="${HEIGHT - BOX.bottom + 20}" text-anchor="middle">${escapeXml(short(tick))}</text>`),
    ...ys.map((tick) => `<path class="grid" d="M${BOX.left} ${at(y(tick))}H${WIDTH - BOX.right}"/><text x="${BOX.left - 8}" y="${at(y(tick) + 5)}" text-anchor="end">${escapeXml(short(tick))}</text>`),
    `<path class="axis" fill="none" d="M${BOX.left} ${BOX.top}V${HEIGHT - BOX.bottom}H${WIDTH - BOX.right}"/>`,
    `<text x="${(BOX.left + WIDTH - BOX.right) / 2}" y="${HEIGHT - 12}" text-anchor="middle">${escapeXml(xName)}</text>`,
    `<text transform="translate(18 ${HEIGHT / 2})rotate(-90)" text-anchor="middle">${escapeXml(yName)}</text>`,
  ];
  const curves = shown.map(({ index, points, isOwn }) => {
    const path = points.map(([px, py], step) => `${step === 0 ? 'M' : 'L'}${at(x(px))} ${at(y(py))}`).join('');
    return `<g class="${COLOURS[index % COLOURS.length]}"><path class="line${isOwn ? ' own' : ''}" d="${path}"/>${points.map(([px, py]) => markOf(index, x(px), y(py))).join('')}</g>`;
  });
  const names = places(shown.map(({ index, name, points }) => ({ index, name, x: x(points.at(-1)[0]), y: y(points.at(-1)[1]) }))).map(
    (end) => `<g class="${COLOURS[end.index % COLOURS.length]}"><text class="name" x="${WIDTH - BOX.right + 26}" y="${at(end.text)}">${escapeXml(end.name)}</text>${markOf(end.index, WIDTH - BOX.right + 14, end.text - 5)}</g>`,
  );
  return frame(title, description, HEIGHT, [...grid, ...curves, ...names].join('\n'));
}

/**
 * Bars from nought.
 * @param bars { name, value, label, isOwn } each
 */
export function barPlot({ title, description, bars }) {
  const [step, left, right] = [34, 270, 150];
  const height = BOX.top + bars.length * step + 16;
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const drawn = bars.map(({ name, value, label, isOwn }, index) => {
    const top = BOX.top + index * step;
    const length = (value / most) * (WIDTH - left - right);
    return `<g class="${isOwn ? 'a' : 'f'}"><text x="${left - 10}" y="${top + 18}" text-anchor="end">${escapeXml(name)}</text><rect class="mark" x="${left}" y="${top + 2}" width="${at(Math.max(1, length))}" height="22"/><text x="${at(left + length + 8)}" y="${top + 18}">${escapeXml(label)}</text></g>`;
  });
  return frame(title, description, height, drawn.join('\n'));
}
