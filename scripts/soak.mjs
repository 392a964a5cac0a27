// `npm run soak`: whether anything grows. Aids go on and off a thousand times on the demo's article, with an hour's worth of scrolling and reading between,
// and what the page holds at the end is set beside what it held after the warm-up. Exit status 1 where anything grew by 1 % or more.
//
//   npm run soak -- [--cycles 1000] [--browser chromium|firefox]
//
// Builds nothing: run `npm run build` first. Looked at after whole rounds alone (soak/cycle.mjs): what the last cycle was leaves some hundred nodes and
// kilobytes until the next. Heap, documents and listeners are Chromium's own figures after forced collections; Firefox tells none, there nodes,
// listeners, observers, sheets and highlights are counted in the page (soak/counts.mjs).
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './ensure-browsers.mjs';
import { PROJECT } from './ensure.mjs';
import { countHolds } from './soak/counts.mjs';
import { callAt, cycle, ROUND } from './soak/cycle.mjs';
import { sumHeap, takeHeap } from './soak/heap.mjs';
import { readOptions, USAGE } from './soak/options.mjs';
import { putVoice } from './soak/voice.mjs';

const asked = readOptions(process.argv.slice(2));
if (asked.isHelp || asked.refused) {
  console[asked.isHelp ? 'log' : 'error'](asked.isHelp ? USAGE : `npm run soak: ${asked.refused} (--help says the rest)`);
  process.exit(asked.isHelp ? 0 : 2);
}
const { cycles: CYCLES, browser: BROWSER } = asked;
/** Few a call: one that takes long looks like a page that hangs. */
const A_CALL = 10;
const MOST_GROWTH = 0.01;
/** V8 compiles what is often used again, faster and larger, and drops what is not, whenever it likes. */
const CODE = 'V8’s code (kB)';
/** Nodes, styles, and what Chromium keeps of each `@media` of each sheet that ever was (`StyleEngine`). */
const NATIVE = 'browser’s own (kB)';
/** Printed, and not judged. */
const NOT_OURS = [CODE, NATIVE];
const kilobytes = (bytes) => Math.round(bytes / 102.4) / 10;
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.json': 'application/json' };

/** The demo and the widget, on this machine alone. */
function serve() {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = path.startsWith('/mingdu/') ? join(PROJECT, 'dist/widget', path.slice('/mingdu/'.length)) : join(PROJECT, 'demo', path);
    readFile(file).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** What the page holds now. @returns {Promise<Record<string, number>>} */
async function look(page, client) {
  await page.evaluate('Mingdu.settled()');
  const counted = await page.evaluate(
    '({ "nodes in the page": mingduCounts.nodes(), "listeners on page": mingduCounts.listenerCount(), observers: mingduCounts.observers().length, sheets: mingduCounts.sheets(), highlights: mingduCounts.highlights() })',
  );
  if (!client) return counted;
  // What is only weakly held takes more than one collection to go.
  for (let times = 0; times < 3; times += 1) await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const of = (name) => metrics.find((one) => one.name === name)?.value ?? 0;
  const heap = sumHeap(await takeHeap(client));
  return {
    'heap (kB)': kilobytes(heap.rest), [CODE]: kilobytes(heap.code), [NATIVE]: kilobytes(heap.native), 'nodes alive': of('Nodes'), 'of them detached': heap.detached, documents: of('Documents'), 'listeners alive': of('JSEventListeners'), ...counted,
  };
}

function print(before, after) {
  console.log(`${'what'.padEnd(20)} ${'warm'.padStart(9)} ${'end'.padStart(9)}   growth`);
  const grown = [];
  for (const [name, was] of Object.entries(before)) {
    const now = after[name];
    const growth = now === was ? 0 : now / was - 1;
    console.log(`${name.padEnd(20)} ${String(was).padStart(9)} ${String(now).padStart(9)}   ${(growth * 100).toFixed(2)} %`);
    if (growth >= MOST_GROWTH && !NOT_OURS.includes(name)) grown.push(name);
  }
  return grown;
}

const home = mkdtempSync(join(tmpdir(), 'mingdu-soak-'));
const server = await serve();
const browser = await puppeteer.launch({
  browser: BROWSER === 'firefox' ? 'firefox' : 'chrome',
  executablePath: findBrowser(BROWSER),
  headless: true,
  userDataDir: join(home, 'profile'),
  args: BROWSER === 'firefox' ? [] : ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'],
  env: { ...process.env, HOME: home, SPEECHD_CMD: '/bin/false' },
  defaultViewport: { width: 1280, height: 800 },
  protocolTimeout: 600_000,
});
try {
  const [page] = await browser.pages();
  await page.evaluateOnNewDocument(countHolds);
  await page.evaluateOnNewDocument(putVoice);
  await page.goto(`http://127.0.0.1:${server.address().port}/article.html`, { waitUntil: 'load' });
  await page.waitForFunction("typeof Mingdu === 'object'");
  const client = BROWSER === 'firefox' ? null : await page.createCDPSession();
  await client?.send('Performance.enable');
  await page.evaluate(`window.soakCycle = ${cycle}; void 0`);
  const began = Date.now();
  /** One round. */
  async function round(from) {
    for (let at = from; at < from + ROUND; at += A_CALL) {
      const calls = Array.from({ length: A_CALL }, (_, more) => callAt(at + more));
      await page.evaluate(`(async () => { for (const call of ${JSON.stringify(calls)}) await soakCycle(...call); })()`);
    }
    const held = await look(page, client);
    const told = client ? `heap ${held['heap (kB)']} kB and ${held[CODE]} kB of code, ${held['nodes alive']} nodes, ${held['listeners alive']} listeners` : `${held['nodes in the page']} nodes`;
    console.log(`${String(from + ROUND).padStart(5)} cycles, ${Math.round((Date.now() - began) / 1000)} s: ${told}`);
    return held;
  }
  const before = await round(0);
  console.log(`${BROWSER}: warmed up, ${CYCLES} cycles more follow`);
  let after = before;
  for (let done = 0; done < CYCLES; done += ROUND) after = await round(ROUND + done);
  const grown = print(before, after);
  if (grown.length > 0) {
    console.error(`grown by 1 % or more: ${grown.join(', ')}`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  server.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
