// Sienna (`sienna-accessibility`) as its own instructions put it in. Not for what is measured.
import { click, packageFile } from '../packages.mjs';

const { file, version } = packageFile('sienna-accessibility', 'dist/sienna-accessibility.umd.js');
const toggle = (key) => ({ on: click(`.asw-menu .asw-btn[data-key="${key}"]`), off: click(`.asw-menu .asw-btn[data-key="${key}"]`) });
/** It draws its menu when it is first asked for. */
const OPEN = `${click('.asw-menu-btn')}; while (!document.querySelector('.asw-menu .asw-plus')) await new Promise((done) => requestAnimationFrame(done))`;

export const sienna = {
  id: 'sienna',
  name: `Sienna ${version}`,
  kind: 'peer',
  files: { 'sienna.js': file },
  foot: '<script src="/peers/sienna.js"></script>',
  ready: `document.querySelector('.asw-menu-btn') !== null`,
  begin: OPEN,
  open: { on: OPEN, off: click('.asw-menu-close') },
  enlarge: { on: click('.asw-menu .asw-plus[data-key="font-size"]'), off: click('.asw-menu .asw-minus[data-key="font-size"]') },
  scheme: toggle('dark-contrast'),
  guide: toggle('readable-guide'),
  reset: `${click('.asw-menu-reset')}; ${click('.asw-menu-close')}`,
};
