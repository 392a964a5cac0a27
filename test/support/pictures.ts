// The pages of pictures and of words for browser tests, and the files they ask for, all `no-store`; the captcha is another one at each request.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makePng } from './make-png';
import type { Mount } from './site';

const pageOf = (name: string) => readFileSync(fileURLToPath(new URL(`../fixtures/pages/${name}.html`, import.meta.url)));
/** The captchas' colours, one after the other. */
export const CAPTCHAS = [[200, 30, 30], [30, 160, 60], [40, 60, 210], [200, 140, 20], [150, 30, 170]] as const;

function module(x: number, y: number): boolean {
  return ((x * 7 + y * 13 + x * y * 3) % 5) % 2 === 0;
}

/** `/pictures/`, `/lens/`, and their files under `/made/`. */
export function pictureMounts(headers?: Mount['headers']): Mount[] {
  let asked = 0;
  const files: Record<string, () => Buffer> = {
    'captcha.png': () => {
      const colour = CAPTCHAS[asked++ % CAPTCHAS.length] ?? CAPTCHAS[0];
      return makePng(100, 34, (x, y) => ((x >> 2) + (y >> 2)) % 3 === 0 ? [255, 255, 255] : colour);
    },
    'go.png': () => makePng(90, 34, (x) => (x < 45 ? [0, 80, 160] : [0, 140, 80])),
    'qr.png': () => makePng(42, 42, (x, y) => (module(x >> 1, y >> 1) ? [0, 0, 0] : [255, 255, 255])),
    'seal.png': () => makePng(60, 60, (x, y) => (Math.hypot(x - 30, y - 30) < 28 ? [200, 0, 0] : [255, 255, 255])),
    'sprite.png': () => makePng(180, 60, (x) => (x < 60 ? [255, 0, 0] : x < 120 ? [0, 128, 0] : [0, 0, 255])),
    'dot.png': () => makePng(1, 1, () => [255, 255, 255]),
    'photo.png': () => makePng(480, 320, (x, y) => [x >> 1, y >> 1, 120]),
  };
  return [
    ...['pictures', 'lens'].map((name) => ({ at: `/${name}/`, from: () => ({ body: pageOf(name) }), ...(headers ? { headers } : {}) })),
    {
      at: '/made/',
      from: (path) => {
        if (path === 'frame.html') return { body: '<!doctype html><meta charset="utf-8"><img id="framed" src="/made/photo.png" width="90" height="60" alt="框里的图"><p>框里的文字。</p>' };
        if (path === 'words.html') return { body: '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><p id="framed" style="margin:20px">框里写着几个字。</p>' };
        const body = files[path]?.();
        return body && { type: 'image/png', body };
      },
    },
  ];
}
