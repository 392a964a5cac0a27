// Makes demo/showcase/day.webm, the short film of the showcase: drawn on a canvas, recorded by a real Chromium. `node scripts/showcase-film.mjs`.
// Run by hand when the film is to change; what is said over it is in day.vtt and in the page.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './ensure-browsers.mjs';
import { PROJECT } from './ensure.mjs';

const OUT = join(PROJECT, 'demo/showcase/day.webm');
const SECONDS = 12;
const BITS = 160_000;

/** In the page: draws while it records. @returns base64 of the file */
async function film(seconds, bits) {
  const FRAMES = 15;
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  document.body.append(canvas);
  const to = canvas.getContext('2d');
  const mix = (from, until, share) => from.map((value, at) => Math.round(value + (until[at] - value) * share));
  const rgb = (colour) => `rgb(${colour.join()})`;
  /** Sky above, sky below, hills, water: at dawn, by day, at dusk, by night. */
  const LIGHTS = [
    [[84, 98, 138], [247, 178, 103], [61, 96, 115], [110, 150, 170]],
    [[120, 180, 225], [225, 240, 250], [74, 124, 89], [143, 193, 212]],
    [[110, 90, 140], [250, 150, 90], [58, 74, 92], [150, 120, 120]],
    [[22, 30, 64], [60, 62, 110], [26, 36, 52], [40, 56, 90]],
  ];

  function draw(share) {
    const place = share * (LIGHTS.length - 1);
    const step = Math.min(LIGHTS.length - 2, Math.floor(place));
    const [high, low, hill, water] = LIGHTS[step].map((colour, at) => mix(colour, LIGHTS[step + 1][at], place - step));
    const sky = to.createLinearGradient(0, 0, 0, 290);
    sky.addColorStop(0, rgb(high));
    sky.addColorStop(1, rgb(low));
    to.fillStyle = sky;
    to.fillRect(0, 0, 640, 360);
    to.fillStyle = '#fff1c2';
    to.beginPath();
    to.arc(60 + 560 * share, 250 - 190 * Math.sin(Math.PI * Math.min(1, share * 1.15)), 30, 0, 7);
    to.fill();
    for (const [base, tall, shade] of [[230, 95, 1.15], [262, 60, 0.85]]) {
      to.fillStyle = rgb(hill.map((value) => Math.min(255, Math.round(value * shade))));
      to.beginPath();
      to.moveTo(0, 360);
      for (let x = 0; x <= 640; x += 8) to.lineTo(x, base - tall * 0.5 * (1 + Math.sin(x / 95 + base)) * 0.8);
      to.lineTo(640, 360);
      to.fill();
    }
    to.fillStyle = rgb(water);
    to.fillRect(0, 286, 640, 74);
    for (let house = 0; house < 6; house += 1) {
      const x = 330 + house * 48;
      to.fillStyle = '#4a3b35';
      to.fillRect(x, 254, 36, 34);
      to.beginPath();
      to.moveTo(x - 6, 256);
      to.lineTo(x + 18, 236);
      to.lineTo(x + 42, 256);
      to.fill();
      to.fillStyle = share > 0.68 + house * 0.04 ? '#ffd76a' : '#2c2522';
      to.fillRect(x + 12, 264, 12, 12);
    }
    const boat = 70 + 210 * (0.5 - 0.5 * Math.cos(share * 6 * Math.PI));
    to.fillStyle = '#3a2a20';
    to.beginPath();
    to.moveTo(boat, 312);
    to.lineTo(boat + 90, 312);
    to.lineTo(boat + 74, 328);
    to.lineTo(boat + 16, 328);
    to.fill();
    to.fillRect(boat + 28, 292, 34, 20);
  }

  draw(0);
  const recorder = new MediaRecorder(canvas.captureStream(FRAMES), { mimeType: 'video/webm;codecs=vp8', videoBitsPerSecond: bits });
  const pieces = [];
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  const ended = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start();
  const began = performance.now();
  await new Promise((resolve) => {
    const timer = setInterval(() => {
      const share = (performance.now() - began) / 1000 / seconds;
      if (share < 1) return draw(share);
      clearInterval(timer);
      return resolve();
    }, 1000 / FRAMES);
  });
  recorder.stop();
  await ended;
  const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}

const home = await mkdtemp(join(tmpdir(), 'mingdu-film-'));
const browser = await puppeteer.launch({ executablePath: findBrowser('chromium'), pipe: true, userDataDir: home, args: ['--no-sandbox', '--disable-gpu'], env: { ...process.env, HOME: home } });
try {
  const page = await browser.newPage();
  const made = Buffer.from(await page.evaluate(film, SECONDS, BITS), 'base64');
  await writeFile(OUT, made);
  console.log(`${OUT}: ${made.length} bytes`);
} finally {
  await browser.close();
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
}
