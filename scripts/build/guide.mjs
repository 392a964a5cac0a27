// Puts the table of options into docs/site-owners.md, between its marks. Not the table itself (options-table.mjs).
import { optionsTable } from './options-table.mjs';
import { readRules } from './rules.mjs';

/**
 * @param {string} root the project's folder
 * @param {string} guide the text of docs/site-owners.md
 * @returns {Promise<string>} the same with the tables as the code has them
 */
export async function guideText(root, guide) {
  const { options } = await readRules(root);
  return ['zh', 'en'].reduce((text, language) => {
    const [head, tail] = around(text, language);
    return `${head}\n${optionsTable(options, language)}\n${tail}`;
  }, guide);
}

/** What is before the table and after it, with its marks. */
function around(text, language) {
  const [open, close] = [`<!-- options:${language} -->`, `<!-- /options:${language} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`docs/site-owners.md has no place for the options: ${open} … ${close}`);
  return [text.slice(0, start + open.length), text.slice(end)];
}
