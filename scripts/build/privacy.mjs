// docs/privacy.md as a page of the extension: one text, read on the web and in the browser. Knows what that text needs of Markdown (headings,
// paragraphs, lists, links, strong, code) and refuses the rest, so that nothing comes out wrong unseen.

const escaped = (text) => text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]);

/** Links lead out of the extension where they begin with https:, else to a file that is not in it: only their words are left. */
function inline(text) {
  return escaped(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\[([^\]]+)\]\((https:[^)]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
}

function block(text) {
  const heading = /^(#{1,3}) (.+)$/.exec(text);
  if (heading) return `<h${heading[1].length}>${inline(heading[2])}</h${heading[1].length}>`;
  const lines = text.split('\n');
  if (lines.every((line) => line.startsWith('- '))) return `<ul>\n${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('\n')}\n</ul>`;
  if (/^([#>|!<*+]|- |\d+\. |```)/.test(text) || lines.length > 1) throw new Error(`docs/privacy.md: scripts/build/privacy.mjs cannot draw “${text}”`);
  return `<p>${inline(text)}</p>`;
}

/**
 * @param {string} markdown Chinese first, then after a line of --- English
 * @returns {string} the page
 */
export function privacyPage(markdown) {
  const parts = markdown.trim().split(/\n\n---\n\n/);
  if (parts.length !== 2) throw new Error('docs/privacy.md: Chinese, then ---, then English');
  const draw = (part, lang) => `<main lang="${lang}">\n${part.split(/\n{2,}/).map(block).join('\n')}\n</main>`;
  const title = /^# (.+)$/m.exec(parts[0])?.[1] ?? '';
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="privacy.css">
<link rel="icon" href="icons/32.png">
</head>
<body>
${draw(parts[0], 'zh-CN')}
<hr>
${draw(parts[1], 'en')}
</body>
</html>
`;
}
