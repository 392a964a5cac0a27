// The name and the role word of what can be focused. Never what somebody typed into it. Not a full accessible-name computation:
// the parts of it that Chinese public pages use.

/** Said after the name, in the words that readers know. Rows of selector and word; the first that matches counts. */
const ROLE_WORDS: readonly (readonly [string, string])[] = [
  ['[role="button"], button, input[type="button"], input[type="submit"], input[type="reset"], input[type="image"], summary', '按钮'],
  ['[role="checkbox"], input[type="checkbox"]', '复选框'],
  ['[role="radio"], input[type="radio"]', '单选框'],
  ['[role="tab"]', '标签页'],
  ['[role="menuitem"]', '菜单项'],
  ['input[type="password"]', '密码框'],
  ['select, [role="combobox"], [role="listbox"]', '选择框'],
  ['input[type="file"]', '上传文件'],
  ['textarea, input, [role="textbox"], [role="searchbox"], [contenteditable=""], [contenteditable="true"]', '输入框'],
  ['[role="link"], a[href], area[href]', '链接'],
  ['img, [role="img"]', '图片'],
  ['iframe', '框架'],
  ['h1, h2, h3, h4, h5, h6, [role="heading"]', '标题'],
];
/** What somebody may have written or chosen in. */
const FIELD = 'input, textarea, select, [contenteditable], [role="textbox"], [role="searchbox"], [role="combobox"], [role="spinbutton"]';

/** What can be named, by pointer or focus. */
export const NAMED = ROLE_WORDS.map(([selector]) => selector).join(', ');
/** What does something by itself when it is pressed. */
export const ACTS = 'a[href], button, input, select, textarea, label, summary, [role="button"], [onclick]';
const NAME_MAX_LENGTH = 80;

/** The role word of an element; '' for plain content. */
export function roleOf(element: Element): string {
  return ROLE_WORDS.find(([selector]) => element.matches(selector))?.[1] ?? '';
}

const squeeze = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/**
 * The name of a control or picture.
 * @param textOf the shown text of an element, without what is hidden or ours
 */
export function nameOf(element: Element, textOf: (element: Element) => string): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const labelled = squeeze(
    (element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .map((id) => (id === '' ? null : root.getElementById(id)))
      .map((label) => (label ? textOf(label) : ''))
      .join(' '),
  );
  const isButton = element.matches('input[type="button"], input[type="submit"], input[type="reset"]');
  const isField = element.matches(FIELD);
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map(textOf).join(' ') : '';
  const candidates = [
    labelled,
    element.getAttribute('aria-label'),
    labels,
    isButton ? element.getAttribute('value') : '',
    element.getAttribute('alt'),
    isField ? '' : textOf(element),
    isField ? '' : element.querySelector('img[alt]')?.getAttribute('alt'),
    element.getAttribute('title'),
    element.getAttribute('placeholder'),
  ];
  return candidates.map(squeeze).find((name) => name !== '')?.slice(0, NAME_MAX_LENGTH) ?? '';
}
