// What a site owner can have the browser check: the hash of each script of the widget, and the markup to paste. Not for names (hashed.mjs).
import { createHash } from 'node:crypto';

/** @param {string} content @returns {string} as the attribute `integrity` has it */
export function integrityOf(content) {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}

/**
 * @param {Readonly<Record<string, string>>} hashes by file name, mingdu.js among them
 * @param {string} version
 * @returns {string} an import map that has the browser refuse later files that are others, and the tag
 */
export function importMapText(hashes, version) {
  const { 'mingdu.js': loader, ...later } = hashes;
  const map = { integrity: Object.fromEntries(Object.entries(later).map(([name, hash]) => [`/mingdu/${name}`, hash])) };
  return `<!-- Mingdu 明读 ${version}
  浏览器会核对明读的每一个文件，内容不对就不运行。把下面两段放进网页的 <head>，放在其他脚本之前；文件夹不叫 /mingdu/ 就改成您的地址。
  升级时两段一起换。有内容安全策略（CSP）的网页，给第一段也加上 nonce。
  The browser checks each file of Mingdu and runs none that was changed. Put both into the page's <head>, before other scripts; change /mingdu/
  where your folder has another address. Replace both when you update. Where the page has a Content-Security-Policy, the first needs its nonce too. -->
<script type="importmap">
${JSON.stringify(map, null, 1)}
</script>
<script async src="/mingdu/mingdu.js" integrity="${loader}" crossorigin="anonymous"></script>
`;
}
