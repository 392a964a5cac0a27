// Measures what the aids cost in a real Chromium and prints each figure as a ratio beside a baseline of the same run: `npm run bench` after
// a build. Machines are noisy, so nothing here passes or fails.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './ensure-browsers.mjs';
import { PROJECT } from './ensure.mjs';

const RUNS = 3;
/** How long a page's own transitions may go on after a change of colours. */
const FADES_MS = 700;
const SENTENCES = ['各乡镇人民政府要按照要求做好困难群众的生活保障工作，', '补贴标准由县财政局会同民政局另行公布。', '申请人应当如实提供材料，不得隐瞒；', '重点核查长期供养人员的银行账户，率先完成的单位予以表彰。'];

/** A page of about `characters` Han characters in paragraphs of four sentences. */
function textPage(characters) {
  const paragraph = SENTENCES.join('');
  const count = Math.max(1, Math.round(characters / paragraph.length));
  return page(Array.from({ length: count }, (_, i) => `<p>（${i + 1}）${paragraph}</p>`).join('\n'));
}

/** A table page in quirks mode with about `elements` elements, as old portals have them. */
function tablePage(elements) {
  const row = (i) => `<tr><td width="120" bgcolor="#eef"><font size="2">第${i}项</font></td><td><a href="#">关于${i}号事项的公告</a><span style="color:#666">[10-12]</span></td></tr>`;
  const rows = Array.from({ length: Math.round(elements / 6) }, (_, i) => row(i));
  return page(`<table width="1000" align="center">${rows.join('')}</table>`, '');
}

/** Cards with classes, generated content, gradients, transitions and drawings, about `elements` elements, as new portals have them. */
function cardPage(elements) {
  const css = `*,*::before,*::after{box-sizing:border-box}.card{margin:8px;padding:12px;background:#fff;border:1px solid #dde;border-radius:6px;box-shadow:0 1px 4px #0002;transition:box-shadow .2s,transform .2s}
.card:hover{box-shadow:0 4px 12px #0003}.card::after{content:'';display:table;clear:both}.head{display:flex;gap:8px;background:linear-gradient(90deg,#eef4ff,#fff)}.head::before{content:'';width:4px;height:16px;background:#06c}
.tag{padding:0 6px;background:#e8f3ff;color:#06c;font-size:12px}.tag::after{content:'·';opacity:.5}.card a{color:#222;text-decoration:none;transition:color .3s}.card a:hover{color:#06c}.meta{color:#999;font-size:12px}
.meta i{display:inline-block;width:12px;height:12px;background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='12' height='12'%3E%3Ccircle cx='6' cy='6' r='5' fill='%23999'/%3E%3C/svg%3E")}
.card button{border:0;background:#06c;color:#fff;transition:background-color .2s}.card li:nth-child(even){background:#fafafa}`;
  const card = (i) => `<article class="card"><header class="head"><span class="tag">公告</span><h3><a href="#${i}">关于${i}号事项的公告</a></h3></header><p>${SENTENCES[i % 4]}</p><ul><li>补贴标准</li><li>申请材料</li><li>办理地点</li></ul><footer class="meta"><i></i><span>10-12</span><b>财政局</b><button>查看</button><svg width="12" height="12"><path d="M2 2h8v8H2z"/></svg></footer></article>`;
  return page(Array.from({ length: Math.round(elements / 17) }, (_, i) => card(i)).join(''), '<!doctype html>', css);
}

function page(body, doctype = '<!doctype html>', css = '') {
  return `${doctype}<html lang="zh-CN"><head><meta charset="utf-8"><title>量</title><style>body{font:14px/1.6 sans-serif}p{margin:8px 0}${css}</style></head><body>${body}<script src="/mingdu/mingdu.js" data-launcher="off"></script></body></html>`;
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const [, kind, size] = pathname.split('/');
  if (kind === 'mingdu') {
    response.setHeader('content-type', 'text/javascript; charset=utf-8');
    return response.end(await readFile(join(PROJECT, 'dist/widget', size ?? '')));
  }
  if (kind === 'peer') {
    response.setHeader('content-type', 'text/javascript');
    return response.end(await readFile(join(PROJECT, 'node_modules/darkreader/darkreader.js')));
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(({ text: textPage, cards: cardPage }[kind] ?? tablePage)(Number(size)));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
const profile = await mkdtemp(join(tmpdir(), 'mingdu-bench-'));
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  userDataDir: profile,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/**
 * Milliseconds of main thread (script, style, layout, paint of a frame) that `run` takes in a fresh page, and its longest task.
 * @param after milliseconds that still count when `run` is done, for work and fades that go on by themselves
 */
async function cost(path, prepare, run, after = 0) {
  const figures = [];
  for (let i = 0; i < RUNS; i += 1) {
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    await tab.goto(origin + path);
    await tab.evaluate(`(async () => { ${prepare} })()`);
    const client = await tab.createCDPSession();
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = async () => (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
    await tab.evaluate(() => {
      window.longest = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (window.longest = Math.max(window.longest, duration)))).observe({ type: 'longtask' });
    });
    // Nothing of the preparing is counted.
    await new Promise((done) => setTimeout(done, 300));
    const before = await busy();
    const wall = await tab.evaluate(`(async () => { const began = performance.now(); ${run}; await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); return performance.now() - began; })()`);
    await new Promise((done) => setTimeout(done, after));
    figures.push({ cpu: (await busy() - before) * 1000, wall, longest: await tab.evaluate('longest') });
    await context.close();
  }
  const median = (name) => figures.map((figure) => figure[name]).sort((a, b) => a - b)[Math.floor(RUNS / 2)];
  return { cpu: median('cpu'), wall: median('wall'), longest: median('longest') };
}

const MOVES = 120;
/** What follows the pointer, each switched off again by the values of `STILL`. */
const FOLLOWERS = [
  ['(a bare box of a page)', {}],
  ['readingLine line', { readingLine: 'line' }],
  ['readingLine cross', { readingLine: 'cross' }],
  ['readingLine ruler', { readingLine: 'ruler' }],
  ['readingLine mask', { readingLine: 'mask' }],
  ['pointer large', { pointer: 'large' }],
];
const STILL = { readingLine: 'off', pointer: 'page' };

function moveBox() {
  const box = document.createElement('div');
  box.style.cssText = 'position:fixed;left:0;top:0;width:48px;height:48px;background:#000;will-change:transform;pointer-events:none';
  document.documentElement.append(box);
  const end = new AbortController();
  let asked = false;
  document.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      box.style.transform = `translate3d(${clientX}px, ${clientY}px, 0)`;
    });
  }, { passive: true, signal: end.signal });
  window.endBox = () => {
    end.abort();
    box.remove();
  };
}

/**
 * Milliseconds of main thread that one pointer move costs over the same moves with no aid, in one page, by turns, so that what the machine
 * does besides falls on both.
 * @param isDirty whether the page writes in its layout each frame, as moving banners do
 */
async function pointerCosts(isDirty) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.goto(`${origin}/table/10000`);
  if (isDirty) {
    await tab.evaluate(() => {
      const cell = document.querySelector('td');
      let width = 120;
      const step = () => {
        cell.style.width = `${(width = 241 - width)}px`;
        requestAnimationFrame(step);
      };
      step();
    });
  }
  const client = await tab.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  const perMove = async (patch) => {
    await tab.evaluate(`(async () => { ${set(patch)}; await Mingdu.settled(); })()`);
    const sweep = async (moves) => {
      for (let i = 0; i < moves; i += 1) {
        await client.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 60 + ((i * 7) % 600), y: 60 + ((i * 13) % 500) });
        await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => done())));
      }
    };
    await sweep(20);
    const before = await busy();
    await sweep(MOVES);
    return ((await busy() - before) * 1000) / MOVES;
  };
  const costs = new Map(FOLLOWERS.map(([name]) => [name, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, patch] of FOLLOWERS) {
      const none = await perMove(STILL);
      // What any page pays that moves one small box: the floor of the others.
      const isBare = Object.keys(patch).length === 0;
      if (isBare) await tab.evaluate(moveBox);
      costs.get(name).push(await perMove({ ...STILL, ...patch }) - none);
      if (isBare) await tab.evaluate(() => window.endBox());
    }
  }
  await context.close();
  return [...costs].map(([name, figures]) => [name, figures.sort((a, b) => a - b)[Math.floor(RUNS / 2)]]);
}

/** Milliseconds in which the styles of a page with 10,000 annotated characters are computed anew, without and with colours of tones, by turns. */
async function toneCosts() {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  // So high that all of it is in view.
  await tab.setViewport({ width: 1280, height: 9000 });
  await tab.goto(`${origin}/text/10000`);
  const times = { false: [], true: [] };
  let count = 0;
  for (let turn = 0; turn < 2 * RUNS; turn += 1) {
    const toneColors = turn % 2 === 1;
    await tab.evaluate(`(async () => { ${set({ pinyin: 'all', toneColors })}; await Mingdu.settled(); })()`);
    count = await tab.evaluate(() => document.querySelectorAll('rt[data-py]').length);
    times[toneColors].push(await tab.evaluate(() => {
      const style = document.head.appendChild(document.createElement('style'));
      const once = (i) => {
        style.textContent = `*{outline-color:rgb(0 0 ${i})}`;
        const began = performance.now();
        // The last one: the browser computes lazily, but what is before it, too.
        document.querySelectorAll('rt').forEach((rt) => getComputedStyle(rt).color);
        document.body.offsetHeight;
        return performance.now() - began;
      };
      const all = Array.from({ length: 9 }, (_, i) => once(i)).sort((a, b) => a - b);
      style.remove();
      return all[4];
    }));
  }
  await context.close();
  const median = (all) => all.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
  return { count, without: median(times.false), with: median(times.true) };
}

const set = (patch) => `await Mingdu.set(${JSON.stringify(patch)})`;
/** Scripts loaded and the aid once on and off again, so that the figure is the aid's and not the network's. */
const warm = (on, off) => `${set(on)}; ${set(off)}`;

try {
  const zoom = await cost('/table/10000', '', "document.documentElement.style.zoom = '2'; document.body.offsetHeight");
  const rows = [
    ['textSize 200', { textSize: 200 }, { textSize: 100 }],
    ['spacing wider', { spacing: 'wider' }, { spacing: 'page' }],
    ['contrast yellow-on-black', { contrast: 'yellow-on-black' }, { contrast: 'off' }],
    ['pinyin all (in view)', { pinyin: 'all' }, { pinyin: 'off' }],
  ];
  console.log(`10,000 elements, main-thread ms (median of ${RUNS}); baseline: CSS zoom of the same page ${zoom.cpu.toFixed(0)} ms = 1.00`);
  for (const [name, on, off] of rows) {
    const start = await cost('/table/10000', warm(on, off), set(on));
    const stop = await cost('/table/10000', set(on), set(off));
    console.log(`  ${name.padEnd(26)} on ${(start.cpu / zoom.cpu).toFixed(2)}  off ${(stop.cpu / zoom.cpu).toFixed(2)}  longest task ${start.longest.toFixed(0)} ms`);
  }
  const peer = `await new Promise((done) => document.head.append(Object.assign(document.createElement('script'), { src: '/peer/darkreader.js', onload: done })))`;
  const [scheme, off] = [set({ contrast: 'yellow-on-black' }), set({ contrast: 'off' })];
  for (const path of ['/table/10000', '/cards/10000']) {
    const theirs = await cost(path, peer, 'DarkReader.enable({})', FADES_MS);
    const on = await cost(path, `${scheme}; ${off}`, scheme, FADES_MS);
    const stop = await cost(path, scheme, off, FADES_MS);
    const change = await cost(path, scheme, set({ contrast: 'black-on-cream' }), FADES_MS);
    const ratio = ({ cpu }) => (cpu / theirs.cpu).toFixed(2);
    console.log(`a scheme on ${path.slice(1)}, Dark Reader's enable ${theirs.cpu.toFixed(0)} ms = 1.00: on ${ratio(on)}  off ${ratio(stop)}  another ${ratio(change)}  longest task ${on.longest.toFixed(0)} ms`);
  }
  const small = await cost('/text/5000', warm({ pinyin: 'all' }, { pinyin: 'off' }), set({ pinyin: 'all' }));
  const large = await cost('/text/500000', warm({ pinyin: 'all' }, { pinyin: 'off' }), set({ pinyin: 'all' }));
  console.log(`pinyin of what is in view, 500,000 against 5,000 characters: ${(large.wall / small.wall).toFixed(2)} times (${large.wall.toFixed(0)} / ${small.wall.toFixed(0)} ms), longest task ${large.longest.toFixed(0)} / ${small.longest.toFixed(0)} ms`);
  const tones = await toneCosts();
  console.log(`styles of ${tones.count} readings computed anew, with colours of tones against without: ${(tones.with / tones.without).toFixed(2)} times (${tones.with.toFixed(0)} / ${tones.without.toFixed(0)} ms)`);
  for (const [name, isDirty] of [['at rest', false], ['that lays itself out anew each frame', true]]) {
    console.log(`pointer move over 10,000 elements ${name}, main-thread ms more than with no aid (median of ${RUNS})`);
    for (const [aid, cost] of await pointerCosts(isDirty)) console.log(`  ${aid.padEnd(26)} ${cost.toFixed(2)}`);
  }
} finally {
  await browser.close();
  server.close();
  await rm(profile, { recursive: true, force: true });
}
