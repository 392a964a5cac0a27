// The widget's Host: a site's own page, with its localStorage and the folder that the tag came from.
import type { Host } from '../shared/host';
import { pageLanguage } from '../shared/page/language';
import type { Config } from './config';
import { loadScript } from './load-script';
import { createLocalStorage } from './storage';
import { createTurn } from './turn';

/**
 * @param version goes into the scripts' addresses, so that no browser mixes two versions from its cache
 * @param uncover takes away what the loader painted
 */
export function createWidgetHost(window: Window, config: Config, version: string, uncover: () => void): Host {
  const { document } = window;
  return {
    kind: 'widget',
    storage: createLocalStorage(window),
    languages: [config.lang || pageLanguage(document)],
    reachesFrames: true,
    styles: null,
    speech: { turn: createTurn(window), tts: null, pack: null },
    drawsToolbar: true,
    loadScript: (file) => loadScript(document, `${config.base}${file}.js?v=${version}`, config.nonce),
    uncover,
    report: (id, error) => console.error(`Mingdu (${id}):`, error),
  };
}
