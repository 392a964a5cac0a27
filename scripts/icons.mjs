// Draws the extension's icons, and its logo for the stores: 明 in white strokes on a deep blue field, as PNG files without any library.
// Run by hand after a change of the drawing: node scripts/icons.mjs. Not part of the build.
import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const FOLDER = new URL('../extension/icons/', import.meta.url);
const STORE = new URL('../extension/store/pictures/', import.meta.url);
/** Edge Add-ons wants a logo of this size. */
const LOGO = 300;
const FIELD = [0x0b, 0x4a, 0x8f];
const INK = [0xff, 0xff, 0xff];
/** 24: the action at 150 % in Chromium; 64 and 96: Firefox's lists of add-ons, also on dense screens; 128: stores and installation. */
const SIZES = [16, 24, 32, 48, 64, 96, 128];
/**
 * The Chrome Web Store wants a square drawing of 96 pixels in the middle of 128.
 * https://developer.chrome.com/docs/webstore/images#icons
 */
const AIR = { 128: 16 };
/** Samples along each side of a pixel. */
const SAMPLES = 8;

/** Strokes as lines through points, in a field of 32 × 32; the small drawing keeps to whole pixels of a 16 px icon. */
const LARGE = {
  width: 2.6,
  lines: [
    [[6, 8.5], [13, 8.5], [13, 23.5], [6, 23.5], [6, 8.5]],
    [[6, 16], [13, 16]],
    [[18, 6.5], [26, 6.5], [26, 25.5], [23.5, 25.5]],
    [[18, 6.5], [18, 18], [15.6, 26]],
    [[18, 12.6], [26, 12.6]],
    [[18, 18.6], [26, 18.6]],
  ],
};
const SMALL = {
  width: 2,
  lines: [
    [[5, 7], [13, 7], [13, 25], [5, 25], [5, 7]],
    [[5, 15], [13, 15]],
    [[19, 5], [27, 5], [27, 27], [25, 27]],
    [[19, 5], [19, 19], [17, 27]],
    [[19, 11], [27, 11]],
    [[19, 17], [27, 17]],
  ],
};

function distance([x, y], [ax, ay], [bx, by]) {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

/** Whether a point lies in the field, a square with round corners. */
function inField([x, y]) {
  const radius = 7;
  const dx = Math.max(radius - x, x - (32 - radius), 0);
  const dy = Math.max(radius - y, y - (32 - radius), 0);
  return Math.hypot(dx, dy) <= radius;
}

function inInk(point, { lines, width }) {
  return lines.some((line) => line.slice(1).some((to, i) => distance(point, line[i], to) <= width / 2));
}

/** RGBA rows of an icon. */
function draw(size) {
  const drawing = size <= 24 ? SMALL : LARGE;
  const air = AIR[size] ?? 0;
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      let field = 0;
      let ink = 0;
      for (let i = 0; i < SAMPLES * SAMPLES; i += 1) {
        const point = [x + ((i % SAMPLES) + 0.5) / SAMPLES, y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES].map((one) => ((one - air) * 32) / (size - 2 * air));
        if (!inField(point)) continue;
        field += 1;
        if (inInk(point, drawing)) ink += 1;
      }
      const part = field ? ink / field : 0;
      const colour = FIELD.map((one, i) => Math.round(one + (INK[i] - one) * part));
      pixels.set([...colour, Math.round((field / SAMPLES ** 2) * 255)], (y * size + x) * 4);
    }
  }
  return pixels;
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'ascii'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** https://www.w3.org/TR/png/: 8 bits, RGBA, no filter. */
function png(size, pixels) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.concat(Array.from({ length: size }, (_, y) => Buffer.concat([Buffer.from([0]), pixels.subarray(y * size * 4, (y + 1) * size * 4)])));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

mkdirSync(FOLDER, { recursive: true });
mkdirSync(STORE, { recursive: true });
for (const size of SIZES) writeFileSync(new URL(`${size}.png`, FOLDER), png(size, draw(size)));
writeFileSync(new URL(`logo-${LOGO}.png`, STORE), png(LOGO, draw(LOGO)));
