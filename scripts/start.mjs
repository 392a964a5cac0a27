// npm start: installs what is missing, builds, and serves the demo portal until Ctrl+C.
// Nothing is imported before the version check, and the syntax is kept old: an old Node must be able to say why it stops.

const OLDEST_NODE = 20;
const FIRST_PORT = 8080;
const PORTS_TO_TRY = 20;
const LAST_PORT = 65535;
const PARENT_CHECK_MS = 1000;

const nodeVersion = Number(process.versions.node.split('.')[0]);
if (nodeVersion < OLDEST_NODE) {
  console.error('需要 Node.js ' + OLDEST_NODE + ' 或更新的版本，这里是 ' + process.versions.node + '。请到 https://nodejs.org 下载。');
  console.error('Node.js ' + OLDEST_NODE + ' or later is needed; this is ' + process.versions.node + '. See https://nodejs.org');
  process.exit(1);
} else {
  main().catch(function (error) {
    console.error(error.message || error);
    process.exit(1);
  });
}

async function main() {
  const ensure = await import('./ensure.mjs');
  ensure.ensurePackages();
  await build(ensure.PROJECT);
  const portal = await serve(wantedPort(process.env.PORT));
  announce(portal);
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  // npm hands a signal to its shell alone, which ends and leaves us behind, holding the port.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(function () {
      if (process.ppid !== parent) end();
    }, PARENT_CHECK_MS);
  }

  function end() {
    console.log('\n已停止。 / Stopped.');
    portal.close().then(function () {
      process.exit(0);
    });
  }
}

/** Builds dist/ from the sources; rejects if the build does not succeed. */
async function build(project) {
  const { spawnSync } = await import('node:child_process');
  console.log('正在构建…… / Building …');
  const result = spawnSync(process.execPath, ['esbuild.config.mjs'], { cwd: project, stdio: 'inherit' });
  if (result.status === 0) return;
  throw new Error('构建没有成功，原因见上。 / The build did not succeed; the reason is above.');
}

/** The port to begin with, from the environment; throws a sentence if it is none. */
function wantedPort(text) {
  if (text === undefined || text === '') return FIRST_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= LAST_PORT) return port;
  throw new Error('PORT 应当是 0 到 65535 的整数，这里是“' + text + '”。 / PORT must be a whole number from 0 to 65535, not “' + text + '”.');
}

/** Serves on the first free port from `first` on. */
async function serve(first) {
  const { createPortalServer } = await import('./serve.mjs');
  for (let port = first; ; port += 1) {
    try {
      return await createPortalServer({ port: port, host: process.env.HOST || '127.0.0.1' });
    } catch (error) {
      if (error.code === 'EACCES') {
        throw new Error('端口 ' + port + ' 需要管理员权限，请用 PORT=8080。 / Port ' + port + ' needs privileges; try PORT=8080.');
      }
      if (error.code !== 'EADDRINUSE' || port + 1 >= first + PORTS_TO_TRY || port >= LAST_PORT) throw error;
      console.log('端口 ' + port + ' 已被占用，换下一个。 / Port ' + port + ' is taken, trying the next.');
    }
  }
}

function announce(portal) {
  const at = portal.origin;
  console.log(`
明读演示已经打开，请在浏览器里打开：

  ${at}/showcase/     演示目录：每种网页各一页，每页写着看什么、试什么
  ${at}/              演示网站的首页

  打开后按“无障碍浏览”。在任何网址后加 ?csp=strict，页面便处在最严格的内容安全策略之下。
  （${portal.filesOrigin} 也开着：它扮作另一个网站，演示“文件放在别的网址”。）

  装浏览器扩展
    Chromium（Chrome、Edge 等）：打开 chrome://extensions → 打开“开发者模式” → “加载已解压的扩展程序” → 选 dist/extension-chromium
    Firefox：打开 about:debugging#/runtime/this-firefox → “临时载入附加组件” → 选 dist/extension-firefox/manifest.json

  按 Ctrl+C 结束。

The demo of Mingdu is open:

  ${at}/showcase/     the showcase: a page of each kind, each says what to look at and what to try
  ${at}/              the demo portal's home page

  Press 无障碍浏览 on any page. Add ?csp=strict to an address for the strictest policy.
  (${portal.filesOrigin} is open too: it plays another site, for files that lie elsewhere.)

  Load the extension
    Chromium: chrome://extensions → Developer mode → Load unpacked → dist/extension-chromium
    Firefox: about:debugging#/runtime/this-firefox → Load Temporary Add-on → dist/extension-firefox/manifest.json

  Ctrl+C ends it.
`);
}
