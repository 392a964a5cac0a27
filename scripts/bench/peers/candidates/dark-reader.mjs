// Dark Reader's library, which has schemes alone and no interface: the page's own button would call it. Not for what is measured.
import { packageFile } from '../packages.mjs';

const { file, version } = packageFile('darkreader', 'darkreader.js');

export const darkReader = {
  id: 'dark-reader',
  name: `Dark Reader ${version}`,
  kind: 'peer',
  files: { 'dark-reader.js': file },
  foot: '<script src="/peers/dark-reader.js"></script>',
  ready: 'window.DarkReader !== undefined',
  scheme: { on: 'DarkReader.enable({})', off: 'DarkReader.disable()' },
  reset: 'DarkReader.disable()',
};
