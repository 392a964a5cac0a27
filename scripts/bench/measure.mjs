// Serves the pages and runs what is to be measured in a fresh window of Chromium. Not for what is measured.
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../ensure-browsers.mjs';
import { PROJECT } from '../ensure.mjs';
import { pageOf } from './pages.mjs';

/** Each figure is the median of so many. */
export const RUNS = 3;
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Code that switches by the public interface. */
export const set = (patch) => `await Mingdu.set(${JSON.stringify(patch)})`;
/** Scripts loaded and the aid once on and off again, so that the figure is the aid's and not the network's. */
export const warm = (on, off) => `${set(on)}; ${set(off)}`;

/** Starts site and browser; `close` ends both, `serve` adds a folder of the site: its name, and what makes { type, body } of a file's name. */
export async function startBench() {
  const folders = new Map();
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
    const added = folders.get(kind)?.(size ?? '');
    if (added) {
      response.setHeader('content-type', added.type);
      // What is loaded twice comes from the cache the second time.
      response.setHeader('cache-control', 'max-age=600');
      return response.end(added.body);
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pageOf(kind, Number(size)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const profile = await mkdtemp(join(tmpdir(), 'mingdu-bench-'));
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chromium'),
    userDataDir: profile,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--js-flags=--expose-gc', '--enable-precise-memory-info'],
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
    const middle = (name) => median(figures.map((figure) => figure[name]));
    return { cpu: middle('cpu'), wall: middle('wall'), longest: middle('longest') };
  }

  return {
    serve: (name, answer) => void folders.set(name, answer),
    origin,
    browser,
    cost,
    async close() {
      await browser.close();
      server.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
