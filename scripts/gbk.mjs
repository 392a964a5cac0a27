// Encodes text as GBK, which Node can decode but not encode: the legacy demo page needs the real bytes.
// Not a converter for every purpose: what GBK cannot hold is an error, not a question mark.
// By hand: node scripts/gbk.mjs demo/legacy.source.html /tmp/legacy.html

import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const FIRST_TRAIL = 0x40;
const LAST_TRAIL = 0xfe;
const NO_TRAIL = 0x7f;
const ASCII_END = 0x80;
/** The Encoding Standard's GBK writes the euro sign as this one byte. */
const EURO_BYTE = 0x80;

/** @type {Map<string, number> | undefined} character to its two bytes as one number */
let table;

/**
 * The reverse of the platform's own decoder, made once: 23,940 pairs, some 10 ms.
 * @returns {Map<string, number>}
 */
function reverseTable() {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gbk');
  const pair = new Uint8Array(2);
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead += 1) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail += 1) {
      if (trail === NO_TRAIL) continue;
      pair[0] = lead;
      pair[1] = trail;
      const text = decoder.decode(pair);
      // A pair that stands for nothing decodes to U+FFFD, alone or with the second byte as itself.
      if (text.includes('\uFFFD') || [...text].length !== 1) continue;
      if (!table.has(text)) table.set(text, lead * 256 + trail);
    }
  }
  return table;
}

/**
 * @param {string} text any text
 * @returns {Buffer} its GBK bytes
 * @throws {RangeError} that names the first character GBK has no bytes for, and its place
 */
export function encodeGbk(text) {
  const pairs = reverseTable();
  /** @type {number[]} */
  const bytes = [];
  let place = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = pairs.get(character);
    if (code < ASCII_END) bytes.push(code);
    else if (character === '€') bytes.push(EURO_BYTE);
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else {
      const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
      throw new RangeError(`GBK has no “${character}” (${name}, at ${place}): write &#${code}; instead`);
    }
    place += character.length;
  }
  return Buffer.from(bytes);
}

const [, self, source, target] = process.argv;
if (self && source && target && import.meta.url === pathToFileURL(self).href) {
  writeFileSync(target, encodeGbk(readFileSync(source, 'utf8')));
}
