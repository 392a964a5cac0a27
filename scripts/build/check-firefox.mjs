// Asks Mozilla's own checker, which addons.mozilla.org runs over whatever is handed in, about a folder or an archive. What Chromium's store
// wants is check-chromium.mjs.
import { relative } from 'node:path';
import webExt from 'web-ext';

/**
 * @param {string} path a folder or a zip with an extension in it
 * @returns {Promise<string[]>} every error, warning and notice in a line
 */
export async function checkFirefox(path) {
  const lint = { sourceDir: path, artifactsDir: path, ignoreFiles: [], output: 'none', boring: true, metadata: false, pretty: false, privileged: false, selfHosted: false, verbose: false, warningsAsErrors: false, enterprise: false };
  const { errors, warnings, notices } = await webExt.cmd.lint(lint, { shouldExitProgram: false });
  return [...errors, ...warnings, ...notices].map(({ _type, code, message, file, line }) => `${relative('.', path)}: ${_type} ${code}${file ? ` in ${file}${line ? `:${line}` : ''}` : ''}: ${message}`);
}
