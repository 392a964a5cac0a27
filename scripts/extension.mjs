// npm run extension: builds, serves the demo portal on this machine, and opens a browser with the extension in it on that portal. Ctrl+C, or
// closing the browser, ends all. `npm run extension -- firefox` names the browser; `-- --headless` checks without a window that the extension
// answers, and ends; `-- --no-build` takes dist/ as it is.
import { spawnSync } from 'node:child_process';
import { findBrowser } from './ensure-browsers.mjs';
import { ensurePackages, PROJECT } from './ensure.mjs';

const NAMES = ['chromium', 'firefox'];
const FLAGS = ['--headless', '--no-build'];
const SHOWN = { chromium: 'Chromium', firefox: 'Firefox' };
const PARENT_CHECK_MS = 1000;
const ENDED_BY_HAND = 130;

/** @returns {{ name: 'chromium' | 'firefox', headless: boolean, builds: boolean }} what was asked for on the command line */
function wanted(words) {
  const unknown = words.filter((word) => ![...NAMES, ...FLAGS].includes(word));
  if (unknown.length > 0) throw new Error(`不认识“${unknown.join(' ')}”，可以写：${[...NAMES, ...FLAGS].join(' ')}。 / Not known; what can be said is listed.`);
  const named = NAMES.find((name) => words.includes(name));
  const name = named ?? NAMES.find((one) => findBrowser(one) !== undefined);
  if (name === undefined || findBrowser(name) === undefined) {
    const missing = named ? SHOWN[named] : 'Chromium, Chrome, Edge, Firefox';
    throw new Error(`没有找到 ${missing}。请先安装，或用环境变量 CHROMIUM_BIN、FIREFOX_BIN 指出程序的位置。 / Not found: install it, or name its program in CHROMIUM_BIN or FIREFOX_BIN.`);
  }
  const headless = words.includes('--headless');
  if (!headless && process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Error('这里没有屏幕（没有 DISPLAY），开不了浏览器窗口。只想检查扩展能不能用，请运行：npm run extension -- --headless\nThere is no display here, so no window can be opened. To check only that the extension works: npm run extension -- --headless');
  }
  return { name, headless, builds: !words.includes('--no-build') };
}

function build() {
  console.log('正在构建…… / Building …');
  const built = spawnSync(process.execPath, ['esbuild.config.mjs'], { cwd: PROJECT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) throw new Error('构建没有成功，原因见上。 / The build did not succeed; the reason is above.');
}

function announce(name, address) {
  console.log(`
明读扩展已装在这个 ${SHOWN[name]} 里：${address}

  按浏览器的明读图标（可能收在拼图图标里），或 Alt+Shift+M，工具栏就打开。网页右上角的“无障碍浏览”打开的是网页标签自己的，扩展一打开，它就让位。
  这个网址是这台电脑上的示例门户，扩展把它当作政府网站。
  按 Ctrl+C 或关掉浏览器就结束，什么也不留下。

The extension is in this ${SHOWN[name]}. Press its button (perhaps behind the puzzle piece) or Alt+Shift+M; 无障碍浏览 on the page opens the
tag's own toolbar, which yields as soon as the extension is opened. The address is the demo portal on this machine.
Ctrl+C, or closing the browser, ends all and leaves nothing behind.
`);
}

async function main() {
  const { name, headless, builds } = wanted(process.argv.slice(2));
  ensurePackages();
  if (builds) build();
  const { createPortalServer } = await import('./serve.mjs');
  const { HOST, openWithExtension, remember, waitForToolbar } = await import('./open-extension.mjs');

  /** What has been begun, newest last; ended from the end. */
  const begun = [];
  let isEnding = false;
  const end = async (code) => {
    if (isEnding) return;
    isEnding = true;
    for (const { close } of (await Promise.all(begun)).reverse()) await close();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(ENDED_BY_HAND));
  // npm hands a signal to its shell alone, which ends and leaves us behind with an open browser.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && void end(ENDED_BY_HAND), PARENT_CHECK_MS).unref();

  const begin = (promise) => {
    // One that fails has ended what it began.
    begun.push(promise.catch(() => ({ close: async () => undefined })));
    return promise;
  };
  try {
    const portal = await begin(createPortalServer({ port: 0 }));
    const address = `http://${HOST}:${portal.port}/`;
    console.log(`正在打开 ${SHOWN[name]}…… / Opening ${SHOWN[name]} …`);
    const opened = await begin(openWithExtension(name, { headless }));
    opened.browser.once('disconnected', () => void end(0));
    const page = (await opened.browser.pages())[0] ?? (await opened.browser.newPage());
    // A window shows it as it is after installing; the check is whether it comes by itself where the reader had it open.
    if (headless) await remember(opened, { version: 1, on: true, toolbar: 'open', settings: {} });
    await page.goto(address);
    if (!headless) return announce(name, address);
    await waitForToolbar(page);
    console.log(`✓ ${SHOWN[name]}：扩展在 ${address} 上打开了工具栏。 / The extension opened its toolbar.`);
    await end(0);
  } catch (error) {
    // A browser that was closed in the midst of it is no failure.
    if (isEnding) return;
    console.error(error instanceof Error ? error.message : error);
    await end(1);
  }
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
