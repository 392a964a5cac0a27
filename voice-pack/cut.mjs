// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts espeak-ng's data to what Mandarin and English need: the file system packed into `espeak-ng.data`, and the list of it in `espeak-ng.js`.
// Nothing in a kept file is changed. Not for bundling (build.mjs).

/** Kept: the sounds of all languages (they share one table), two dictionaries, and the two languages' descriptions. */
const KEPT = [
  /\/espeak-ng-data\/(phondata|phonindex|phontab|intonations)$/,
  /\/espeak-ng-data\/(cmn|en)_dict$/,
  /\/espeak-ng-data\/lang\/sit\/cmn(-Latn-pinyin)?$/i,
  /\/espeak-ng-data\/lang\/gmw\/en$/,
];

/** The call that names every packed file, and the calls that make their folders. */
const LIST = /loadPackage\(\{files:\[(.*?)\],remote_package_size:\d+\}\)/s;
const ENTRY = /\{filename:"([^"]+)",start:(\d+),end:(\d+)\}/g;
const FOLDER = /Module\["FS_createPath"\]\("([^"]+)","([^"]+)",true,true\);/g;

/**
 * @param {string} script the text of espeak-ng.js
 * @param {Buffer} data the bytes of espeak-ng.data
 * @returns {{ script: string, data: Buffer, files: string[] }} both, cut, and the names of what was kept
 * @throws {Error} when the package is not made as 0.3.5 is
 */
export function cut(script, data) {
  const list = LIST.exec(script);
  if (!list) throw new Error('espeak-ng.js has no list of its data: another version than 0.3.5?');
  const kept = [...list[1].matchAll(ENTRY)].map(([, name, start, end]) => ({ name, bytes: data.subarray(Number(start), Number(end)) })).filter(({ name }) => KEPT.some((one) => one.test(name)));
  for (const one of KEPT) if (!kept.some(({ name }) => one.test(name))) throw new Error(`espeak-ng.data lacks ${one}`);
  let at = 0;
  const entries = kept.map(({ name, bytes }) => `{filename:"${name}",start:${at},end:${(at += bytes.length)}}`);
  const shorter = script
    .replace(LIST, () => `loadPackage({files:[${entries.join(',')}],remote_package_size:${at}})`)
    .replace(FOLDER, (call, parent, name) => (kept.some((file) => file.name.startsWith(`${parent === '/' ? '' : parent}/${name}/`)) ? call : ''));
  return { script: shorter, data: Buffer.concat(kept.map(({ bytes }) => bytes)), files: kept.map(({ name }) => name) };
}
