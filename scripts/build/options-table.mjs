// The table of what a site's owner can set, as the documentation shows it: made from widget/options.ts. Not for what surrounds it there.

const HEADS = { zh: ['标签上的属性', 'configure 里', '作用'], en: ['attribute', 'configure', 'effect'] };

/**
 * @param {readonly { name: string, attribute: string | null, example: string, zh: string, en: string }[]} options
 * @param {'zh' | 'en'} language
 * @returns {string} a table in Markdown, without a line end after it
 */
export function optionsTable(options, language) {
  const rows = options.map((option) => [option.attribute ? `\`${option.attribute}="${option.example}"\`` : '', option.attribute ? `\`${option.name}\`` : `\`${option.name}: ${option.example}\``, option[language]]);
  return [HEADS[language], ['---', '---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n').replaceAll('|  |', '| |');
}
