// A small Firefox extension that calls the voice pack by Mingdu's own code, from a content script as Mingdu does, under any id; it obeys the
// page's buttons and writes what it hears into an attribute. Stands in for Mingdu's interface, and for strangers.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

const CALLER = `
  import { findVoicePack } from './extension/voice-pack';
  const root = document.documentElement;
  const notes = [];
  const note = (what) => { notes.push({ what, ms: performance.now() }); root.setAttribute('data-notes', JSON.stringify(notes)); };
  findVoicePack().then(async (pack) => {
    if (!pack) return root.setAttribute('data-pack', 'none');
    const speech = await pack.load();
    document.addEventListener('click', (event) => {
      if (event.target.id === 'cancel') return speech.cancel();
      if (event.target.id !== 'speak') return;
      notes.length = 0;
      note('press');
      speech.speak({ rate: 1, volume: 1, voice: '', readings: null, ...JSON.parse(root.getAttribute('data-job')) }, {
        onStart: () => note('start'), onWord: (unit, length) => note('word ' + unit + '+' + length), onEnd: () => note('end'), onFailure: note,
      });
    });
    root.setAttribute('data-pack', JSON.stringify({ bytes: pack.bytes, voices: await speech.voices() }));
  });
`;

/** The page that it obeys. */
export const CALLED_PAGE = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title></head><body><button id="speak">念</button><button id="cancel">停</button></body></html>';

export interface CallerExtension {
  readonly folder: string;
  remove(): void;
}

/** Writes the extension into a folder of its own. @param id as `browser_specific_settings.gecko.id` */
export async function makeCallerExtension(id: string): Promise<CallerExtension> {
  const folder = mkdtempSync(join(tmpdir(), 'mingdu-caller-'));
  await build({ stdin: { contents: CALLER, resolveDir: ROOT, loader: 'ts' }, bundle: true, format: 'iife', outfile: join(folder, 'content.js'), logLevel: 'warning' });
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: id,
      version: '1.0',
      browser_specific_settings: { gecko: { id } },
      host_permissions: ['*://*.gov.cn/*'],
      content_scripts: [{ matches: ['*://*.gov.cn/*'], js: ['content.js'], run_at: 'document_end' }],
    }),
  );
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
