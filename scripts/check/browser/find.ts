// Finds a browser of the Chromium family on this machine. Downloads none.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { usageError } from '../command/usage';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'brave-browser'];
const MAC = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe'];

function candidates(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') return MAC;
  if (process.platform === 'win32') {
    return [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].flatMap((folder) => (folder === undefined ? [] : WINDOWS.map((name) => join(folder, name))));
  }
  const folders = [...new Set([...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'])].filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * @param chosen the program that was named, '' for none; the variable MINGDU_CHROMIUM comes next
 * @throws UsageError where there is none
 */
export function findChromium(chosen: string, env: NodeJS.ProcessEnv = process.env, exists: (path: string) => boolean = existsSync): string {
  const named = chosen || env['MINGDU_CHROMIUM'] || '';
  if (named !== '') {
    if (exists(named)) return named;
    throw usageError('noSuchBrowser', named);
  }
  const found = candidates(env).find((path) => exists(path));
  if (found === undefined) throw usageError('noBrowser', '');
  return found;
}
