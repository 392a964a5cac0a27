// `npm run soak`: whether anything grows. Aids go on and off a thousand times on the demo's article, with an hour's worth of scrolling and reading between,
// and what the page holds at the end is set beside what it held after the warm-up. Exit status 1 where anything grew by 1 % or more.
//
//   npm run soak -- [--cycles 1000] [--browser chromium|firefox]
//
// Builds nothing: run `npm run build` first. Heap, documents and listeners are Chromium's own figures after forced collections; Firefox tells none,
// there nodes, listeners, observers, sheets and highlights are counted in the page (soak/counts.mjs).
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './ensure-browsers.mjs';
import { PROJECT } from './ensure.mjs';
import { countHolds } from './soak/counts.mjs';
import { cycle, WARM_UP } from './soak/cycle.mjs';

const { values } = parseArgs({ options: { cycles: { type: 'string', default: '1000' }, browser: { type: 'string', default: 'chromium' } } });
const CYCLES = Number(values.cycles);
/** Of it is printed how it stands meanwhile. */
const LOOKS = 10;
const MOST_GROWTH = 0.01;
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
  return { 'heap (kB)': Math.round(of('JSHeapUsedSize') / 1024), 'nodes alive': of('Nodes'), documents: of('Documents'), 'listeners alive': of('JSEventListeners'), ...counted };
}

function print(before, after) {
  console.log(`${'what'.padEnd(20)} ${'warm'.padStart(9)} ${'end'.padStart(9)}   growth`);
  const grown = [];
  for (const [name, was] of Object.entries(before)) {
    const now = after[name];
    const growth = now <= was ? (was === 0 ? 0 : now / was - 1) : was === 0 ? Infinity : now / was - 1;
    console.log(`${name.padEnd(20)} ${String(was).padStart(9)} ${String(now).padStart(9)}   ${(growth * 100).toFixed(2)} %`);
    if (growth >= MOST_GROWTH) grown.push(name);
  }
  return grown;
}

const home = mkdtempSync(join(tmpdir(), 'mingdu-soak-'));
const server = await serve();
const browser = await puppeteer.launch({
  browser: values.browser === 'firefox' ? 'firefox' : 'chrome',
  executablePath: findBrowser(values.browser),
  headless: true,
  userDataDir: join(home, 'profile'),
  args: values.browser === 'firefox' ? [] : ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'],
  env: { ...process.env, HOME: home, SPEECHD_CMD: '/bin/false' },
  defaultViewport: { width: 1280, height: 800 },
  protocolTimeout: 600_000,
});
try {
  const [page] = await browser.pages();
  await page.evaluateOnNewDocument(countHolds);
  await page.goto(`http://127.0.0.1:${server.address().port}/article.html`, { waitUntil: 'load' });
  await page.waitForFunction("typeof Mingdu === 'object'");
  const client = values.browser === 'firefox' ? null : await page.createCDPSession();
  await client?.send('Performance.enable');
  await page.evaluate(`window.soakCycle = ${cycle}; void 0`);
  const run = (from, count) => page.evaluate(`(async () => { for (let at = ${from}; at < ${from + count}; at += 1) await soakCycle(at); })()`);
  const began = Date.now();
  await run(0, WARM_UP);
  const before = await look(page, client);
  console.log(`${values.browser}: warmed up by ${WARM_UP} cycles, ${CYCLES} more follow`);
  const part = Math.ceil(CYCLES / LOOKS);
  let after = before;
  for (let done = 0; done < CYCLES; ) {
    const count = Math.min(part, CYCLES - done);
    // Few a call: one that takes long looks like a page that hangs.
    for (let left = count, at = WARM_UP + done; left > 0; left -= 10, at += 10) await run(at, Math.min(10, left));
    done += count;
    after = await look(page, client);
    const told = client ? `heap ${after['heap (kB)']} kB, ${after['nodes alive']} nodes, ${after['listeners alive']} listeners` : `${after['nodes in the page']} nodes`;
    console.log(`${String(done).padStart(5)} cycles, ${Math.round((Date.now() - began) / 1000)} s: ${told}`);
  }
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
