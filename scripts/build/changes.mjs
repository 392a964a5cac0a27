// Reads what each aid says it changes (shared/features/*/changes.ts) and makes docs/what-it-changes.md of it. Not the proof that it is true:
// test/browser/what-it-changes.test.ts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { readRules } from './rules.mjs';

/** The kinds of changes in the order of the tables, and how each is taken back, in both languages. */
const KINDS = {
  marks: {
    zh: ['网页元素上的标记 `data-mingdu-x-…`', '整个属性取下；网页上别处复制出来的、网页拿走的元素上也取下'],
    en: ['marks on the page’s elements, `data-mingdu-x-…`', 'The attribute is taken away, also from copies the page made and from elements it took out'],
  },
  lends: {
    zh: ['借给网页元素的属性', '借的取下；网站这期间自己写过的，不动'],
    en: ['attributes lent to the page’s elements', 'Taken back; what the site wrote itself meanwhile stays'],
  },
  css: {
    zh: ['样式表里的属性', '样式表在 `document.adoptedStyleSheets` 里（层叠层 `mingdu-x`，只管屏幕，不管打印），停的时候清空，退出时移走'],
    en: ['properties in style sheets', 'The sheets are in `document.adoptedStyleSheets` (cascade layer `mingdu-x`, for the screen, not for print); emptied with the aid, removed with 退出'],
  },
  inline: {
    zh: ['行内样式（网页自己的行内样式挡着的时候）', '`style` 属性一个字节不差地还原；网页这期间改过的同一项，按网页的'],
    en: ['inline styles (where the page’s own are in the way)', 'The attribute `style` comes back byte for byte; a property that the page changed meanwhile stays the page’s'],
  },
  nodes: {
    zh: ['加进去的元素（都带 `data-mingdu` 或叫 `mingdu-…`）', '移走'],
    en: ['elements put in (all with `data-mingdu`, or named `mingdu-…`)', 'Removed'],
  },
  highlights: { zh: ['文字高亮（`CSS.highlights`）', '删掉'], en: ['highlights of text (`CSS.highlights`)', 'Deleted'] },
  listens: {
    zh: ['监听的事件（在 document、window、网页组件的影子树上）', '`AbortSignal` 一起结束'],
    en: ['events heard (on document, window, the page’s open shadow roots)', 'Ended together by an `AbortSignal`'],
  },
  observers: { zh: ['观察器', '`disconnect()`'], en: ['observers', '`disconnect()`'] },
};

const WORDS = {
  zh: {
    seldom: '有的网页上还有',
    prevents: '可能拦下',
    nothing: '不改网页：画在自己的层里。',
    also: '另外',
    undone: '怎样还原',
    what: '改什么',
    how: '怎样还原',
    kinds: '怎样还原',
    loader: '装上以后，没人按之前',
    toolbar: '工具栏打开以后',
    only: '只听不拦',
    stays: '退出以后还在听，直到离开这一页（别的标签页改了设置、扩展要接手，靠它知道；什么也不改）',
    setting: '设置',
  },
  en: {
    seldom: 'on some pages also',
    prevents: 'may prevent',
    nothing: 'Changes nothing in the page: it draws in a layer of its own.',
    also: 'Also',
    undone: 'undone',
    what: 'what',
    how: 'how it is undone',
    kinds: 'How it is undone',
    loader: 'Before anybody presses',
    toolbar: 'With the toolbar open',
    only: 'heard only, never prevented',
    stays: 'Still heard after 退出 until the page is left (another tab’s changes, an extension that takes over; they change nothing)',
    setting: 'setting',
  },
};

/**
 * @param {string} root the project's folder
 * @returns {Promise<{ ids: string[], features: { id: string, main: string }[], changes: Record<string, object>, before: Record<string, object>, followed: string[], names: Record<'zh' | 'en', Record<string, string>> }>}
 */
export async function readChanges(root) {
  const { ids } = await readRules(root);
  const lacking = ids.filter((id) => !existsSync(join(root, `shared/features/${id}/changes.ts`)));
  if (lacking.length > 0) throw new Error(`what the aid changes is not said: add changes.ts to shared/features/${lacking.join(', ')}`);
  const contents = `${ids.map((id, at) => `import * as c${at} from './shared/features/${id}/changes';`).join('\n')}
    import { BEFORE_AIDS, FOLLOWED } from './shared/changes'; import { FEATURES } from './shared/features/index';
    import { zhBar } from './shared/i18n/zh-bar'; import { zhPanel } from './shared/i18n/zh-panel'; import { en } from './shared/i18n/en';
    export const changes = { ${ids.map((id, at) => `'${id}': Object.values(c${at})[0]`).join(', ')} };
    export { BEFORE_AIDS as before, FOLLOWED as followed }; export const features = FEATURES.map(({ id, main }) => ({ id, main }));
    export const names = { zh: { ...zhPanel, ...zhBar }, en };`;
  const { outputFiles } = await build({ stdin: { contents, resolveDir: root, loader: 'ts' }, bundle: true, write: false, format: 'esm', logLevel: 'warning' });
  const { changes, before, features, followed, names } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return { ids, features, changes, before, followed: [...followed], names };
}

const code = (names) => names.map((name) => `\`${name}\``).join(' ');

/** One aid as lines of a list. */
function linesOf(changes, lang, followed) {
  const words = WORDS[lang];
  const colon = lang === 'zh' ? '：' : ': ';
  const lines = Object.entries(KINDS).flatMap(([kind, { [lang]: [title] }]) => {
    const names = [...(kind === 'listens' && changes.follows ? followed : []), ...(changes[kind] ?? [])];
    const seldom = changes.seldom?.[kind] ?? [];
    if (names.length + seldom.length === 0) return [];
    const parts = [names.length > 0 ? code([...new Set(names)].sort()) : '', seldom.length > 0 ? `${words.seldom} ${code(seldom)}` : ''].filter(Boolean);
    const prevents = kind !== 'listens' ? '' : changes.prevents ? (lang === 'zh' ? `（${words.prevents} ${code(changes.prevents)}）` : ` (${words.prevents} ${code(changes.prevents)})`) : lang === 'zh' ? `（${words.only}）` : ` (${words.only})`;
    return [`- ${title}${colon}${parts.join(lang === 'zh' ? '；' : '; ')}${prevents}`];
  });
  const isQuiet = !['marks', 'lends', 'css', 'inline', 'nodes', 'highlights'].some((kind) => changes[kind] || changes.seldom?.[kind]);
  if (changes.stays) lines.push(`- ${words.stays}${colon}${code(changes.stays)}`);
  const also = (changes.also ?? []).map(({ [lang]: [done, undone] }) => (lang === 'zh' ? `- ${done}。${words.undone}：${undone}。` : `- ${done}. Undone: ${undone}.`));
  return [...(isQuiet ? [`- ${words.nothing}`] : []), ...lines, ...also];
}

function half({ features, changes, before, followed, names }, lang) {
  const words = WORDS[lang];
  const table = [`| ${words.what} | ${words.how} |`, '|---|---|', ...Object.values(KINDS).map(({ [lang]: [what, how] }) => `| ${what} | ${how} |`)];
  const parts = [
    ['loader', words.loader, before.loader],
    ['toolbar', words.toolbar, before.toolbar],
    ...features.map(({ id, main }) => [id, `${names[lang][id]}${main ? (lang === 'zh' ? `（\`${main}\`）` : ` (\`${main}\`)`) : ''}`, changes[id]]),
  ];
  return [...table, ...parts.flatMap(([, title, one]) => ['', `### ${title}`, '', ...linesOf(one, lang, followed)])].join('\n');
}

/** @returns {string} the text of docs/what-it-changes.md */
export function changesText(read) {
  return `# 明读在网页上改什么，怎样还原

<!-- 由 \`npm run docs\` 从各功能的 changes.ts 生成，不要手改。 Generated by \`npm run docs\` from each aid’s changes.ts; do not edit. -->

给网站管理员和要审查它的人。这份表从代码生成；\`test/browser/what-it-changes.test.ts\` 在 Chromium 和 Firefox 里把每个功能逐个打开，记下网页上真正出现的每一个属性、行内样式、元素、高亮、监听和观察器，跟这里写的对照，多一个就不通过；退出以后，一个也不许剩下。

只写名字：值因网页而异。以 \`*\` 结尾的代表这样开头的一组。扩展里有一处不同：网页自己的行内样式挡着时，扩展用浏览器的用户样式（USER origin）代替行内样式，元素上多一个标记 \`data-mingdu-x-user\`。正在编辑的内容（\`contenteditable\`、\`designMode\`）里不留任何标记、样式和注音，编辑器存下来的就是写的内容。

${half(read, 'zh')}

---

# What Mingdu changes on a page, and how it is undone

For site owners and for whoever reviews it. Generated from the code; \`test/browser/what-it-changes.test.ts\` turns each aid on in Chromium and Firefox, writes down every attribute, inline style, element, highlight, listener and observer that really comes, and holds it against this list: one more, and it fails. After 退出 none may be left.

Names only: values differ from page to page. One that ends in \`*\` stands for all that begin so. The extension differs in one thing: where the page’s own inline styles are in the way it uses the browser’s user styles (USER origin) instead, and the element bears the mark \`data-mingdu-x-user\`. In what is being edited (\`contenteditable\`, \`designMode\`) no mark, style or annotation is left: an editor saves what was written.

${half(read, 'en')}
`;
}
