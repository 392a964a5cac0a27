// `accessibility` by ranbuch, which Joomla ships, as its own instructions put it in. Not for what is measured.
import { click, packageFile } from '../packages.mjs';

const { file, version } = packageFile('accessibility', 'dist/main.bundle.js');
const act = (name) => click(`._access-menu [data-access-action="${name}"]`);
/** A file of its own, so that a strict policy lets it through. */
const START = `window.addEventListener('load', () => { window.mingduPeerInstance = new Accessibility(); }, false);`;

export const ranbuch = {
  id: 'ranbuch',
  name: `accessibility ${version}`,
  kind: 'peer',
  files: { 'ranbuch.js': file, 'ranbuch-start.js': START },
  foot: '<script src="/peers/ranbuch.js"></script><script src="/peers/ranbuch-start.js"></script>',
  ready: `document.querySelector('._access-menu') !== null`,
  begin: click('._access-icon'),
  open: { on: click('._access-icon'), off: click('._menu-close-btn') },
  enlarge: { on: act('increaseText'), off: act('decreaseText') },
  scheme: { on: act('invertColors'), off: act('invertColors') },
  guide: { on: act('readingGuide'), off: act('readingGuide') },
  reset: click('._menu-reset-btn'),
};
