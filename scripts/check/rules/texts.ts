// What each rule is called and what to do about it, in both languages; axe's own rules take their names from axe. Words only.
import axe from 'axe-core';
import { AXE_CHINESE } from './axe';
import { AXE_REMEDIES } from './axe-remedies';
import type { Both } from './clauses';

/** Words of one rule. */
export interface RuleText {
  readonly title: Both;
  readonly remedy: Both;
}

const text = (zh: string, en: string, zhRemedy: string, enRemedy: string): RuleText => ({ title: { zh, en }, remedy: { zh: zhRemedy, en: enRemedy } });

/** Rules of our own. */
export const OWN_TEXTS: Readonly<Record<string, RuleText>> = {
  'owner/captcha-alternative': text('验证码只有图，看不见就过不去', 'A captcha that only eyes can read', '旁边加一个“语音验证码”或“短信验证码”，并且能用键盘点到。', 'Put a spoken or texted code beside it, reachable by keyboard.'),
  'owner/captcha-puzzle': text('要拖动或点选的拼图验证码', 'A captcha that has to be dragged or picked', '另给一种不用拖、不用看的办法，如短信验证码。', 'Offer another way without dragging and without sight, a texted code for one.'),
  'owner/mouse-only': text('只有鼠标才点得动', 'Only a mouse can work it', '换成 <button> 或 <a href>；不要给 div、span、img 挂点击。', 'Use <button> or <a href>; do not hang clicks on div, span or img.'),
  'owner/hover-only': text('鼠标移上去才出来的菜单', 'A menu that only hovering opens', '样式里给 :hover 的，同样给 :focus-within；或者改成按钮展开，写上 aria-expanded。', 'Give :focus-within what :hover has, or open it by a button with aria-expanded.'),
  'owner/drag-only': text('只能拖动', 'It can only be dragged', '旁边加按钮，按一下也能办到。', 'Add buttons that do the same by a press.'),
  'owner/throws-focus': text('焦点一到就被赶走', 'Focus is thrown away as it comes', '删掉 onfocus="this.blur()"；不想要虚线框，请改焦点样式。', 'Remove onfocus="this.blur()"; to change the ring, style the focus.'),
  'owner/keyboard-trap': text('键盘可能出不来', 'The keyboard may be caught', '删掉 onblur 里的 focus() 和一概返回 false 的按键处理。', 'Remove focus() from onblur, and key handlers that always return false.'),
  'owner/jumps-on-choice': text('下拉框一选就跳走', 'A list that jumps away as one chooses', '旁边加“前往”按钮，按了才跳。', 'Add a “go” button and jump only when it is pressed.'),
  'owner/focus-unseen': text('样式抹掉了焦点框', 'A style sheet takes the focus ring away', '删掉 outline: none，或换上看得清的样式（与背景 3:1 以上）。', 'Remove outline: none, or put something plain in its place (3:1 against the ground).'),
  'owner/picture-of-text': text('正文是一张图，读不出、放不大', 'The text is a picture: it cannot be read aloud or reflowed', '把文字录进网页；暂时做不到，先在图下写全文。', 'Put the text into the page; until then, write it out under the picture.'),
  'owner/meaningless-alt': text('图片说明没有意义', 'An alternative text that says nothing', '写出图里有什么；纯装饰的图写 alt=""。', 'Say what the picture shows; alt="" where it is mere decoration.'),
  'owner/document-only': text('内容只在 PDF、Word 里', 'The content is only in a PDF or Word file', '同样的文字也放进网页，文件作为附件。', 'Put the same text into the page and keep the file as an attachment.'),
  'owner/document-unnamed': text('链接没说会下载文件', 'A link does not say that it is a file', '写明格式和大小，如“申请表（Word，35 KB）”。', 'Say format and size: “application form (Word, 35 KB)”.'),
  'owner/sound-by-itself': text('网页一打开就出声', 'Sound that starts by itself', '去掉自动播放；读屏软件的声音会被盖住。', 'Take autoplay away: it drowns screen readers.'),
  'owner/media-without-controls': text('音频、视频没有控制按钮', 'Sound or film without controls', '加上 controls 属性。', 'Add the controls attribute.'),
  'owner/old-plugin': text('要用早已停用的插件', 'It needs a plugin that is long gone', '换成 <audio>、<video> 或网页本身的内容。', 'Use <audio>, <video> or content of the page itself.'),
  'owner/placeholder-label': text('填写框只靠浅色提示说明', 'A field named only by its placeholder', '写一个看得见的 <label>：一打字，提示就没了。', 'Write a visible <label>: the placeholder goes as one types.'),
  'owner/paste-blocked': text('不让粘贴', 'Pasting is forbidden', '删掉 onpaste：不少人靠粘贴和密码管理器填写。', 'Remove onpaste: many fill in by pasting and by password managers.'),
  'owner/selection-blocked': text('不让选字、不让复制', 'Selecting or copying is forbidden', '删掉这些限制：朗读所选、查词都用得着。', 'Remove it: reading a selection aloud and dictionaries need it.'),
  'owner/time-limit': text('网页里有时限', 'The page tells of a time limit', '到期前提醒，并且能延长；自动跳转改成由人来点。', 'Warn before it ends and let it be extended; let people press instead of moving them on.'),
  'owner/app-download': text('浮着的“下载客户端”', 'A floating “get the app”', '去掉，或移进普通内容；不下载也要办得成事。', 'Remove it or move it into the content; everything must work without.'),
  'owner/floating': text('漂浮窗没有键盘能按的关闭', 'A floating box without a close button for the keyboard', '加一个写着“关闭”的按钮，关了就不再出现。', 'Add a button “close”, and keep it closed for good.'),
  'owner/foreign-lang': text('lang 写的不是中文', 'lang does not say Chinese', '改成 <html lang="zh-CN">，否则会用外语嗓音朗读。', 'Write <html lang="zh-CN">, or a foreign voice reads it.'),
  'owner/small-text': text('字小于 12 像素', 'Text under 12 pixels', '正文至少 16 像素，手机上能选到 18 以上。', 'Body text at least 16 pixels, with 18 and more to choose on phones.'),
  'owner/vague-link': text('链接只写“更多”“详情”', 'A link that says only “more”', '写出是什么的更多，如“更多通知公告”；也可用 aria-label。', 'Say more of what: “more notices”; aria-label will do.'),
  'owner/new-window': text('开新窗口，没有事先说', 'Opens a new window without a word', '不必开新窗口的就不开；要开的，在链接里写“（新窗口）”。', 'Do not, where there is no need; else say “(new window)” in the link.'),
  'owner/unfinished': text('网页太大，有几项没查完', 'The page is so large that some checks did not end', '把网页分小一些；这几项请手工查。', 'Divide the page; try these by hand.'),
  'policy/script-src': text('安全策略没放行明读', 'The policy does not let Mingdu run', '把这一行换成下面的写法，其余不动。', 'Replace this directive by the line below and leave the rest.'),
  'policy/sandbox': text('sandbox 指令使网页脚本受限', 'A sandbox directive limits the page’s scripts', '加上下面两个词；没有存储，读者的选择记不住。', 'Add the words below; without storage, choices are forgotten.'),
  'policy/nonce': text('标签要带上 nonce', 'The tag wants the nonce', '策略不用改，标签照下面写，nonce 由服务器每次填入。', 'The policy stays; write the tag as below, with the nonce that the server makes for each answer.'),
  'policy/cors': text('文件在另一个域名，要返回这个响应头', 'Files of another origin must be sent with this header', '由放文件的服务器返回；没有它，后面的文件取不到。', 'Sent by the server that holds the files; without it the later ones cannot be had.'),
  'tool/other': text('网页上还有别的无障碍工具', 'Another accessibility tool is on the page', '只留一个：两套工具条会一起说话、互相改样子。', 'Keep one: two toolbars speak at once and change each other’s work.'),
  'aid/unscaled': text('放大后没有变大的字', 'Text that did not grow', '请把这一页告诉我们。', 'Please tell us of this page.'),
  'aid/clipped': text('开启后被切掉的字', 'Text that is cut off', '给这个框去掉固定高度，多半就好；也请告诉我们。', 'Taking the fixed height from that box will mostly do; please tell us too.'),
  'aid/overlapping': text('开启后叠在一起的字', 'Text that overlaps', '去掉这一块的绝对定位，多半就好；也请告诉我们。', 'Taking absolute positions away will mostly do; please tell us too.'),
  'aid/covered': text('开启后被盖住的字', 'Text that is covered', '看是哪个浮动的块盖住了它；也请告诉我们。', 'See which floating box covers it; please tell us too.'),
  'aid/sideways': text('开启后要左右拖动才看得全', 'It needs sideways scrolling', '去掉固定宽度，多半就好；也请告诉我们。', 'Taking the fixed width away will mostly do; please tell us too.'),
  'aid/broken-number': text('开启后断成两行的数字', 'A number broken over two lines', '请把这一页告诉我们。', 'Please tell us of this page.'),
  'aid/lost': text('开启后不见了的字', 'Text that is gone', '请把这一页告诉我们。', 'Please tell us of this page.'),
  'aid/weak-contrast': text('开启配色后仍看不清的字', 'Text that stays weak under a colour scheme', '看这里的颜色是不是写在行内的 !important；也请告诉我们。', 'See whether its colour is an inline !important; please tell us too.'),
  'aid/icon-lost': text('开启后不见了的图标', 'An icon that is gone', '请把这一页告诉我们。', 'Please tell us of this page.'),
  'aid/picture-changed': text('开启后变了样的图片', 'A picture that changed', '请把这一页告诉我们。', 'Please tell us of this page.'),
  'aid/not-restored': text('退出后没有完全复原', 'Not put back exactly by 退出', '可能是网页自己同时在变；若每次都这样，请告诉我们。', 'The page may have changed by itself meanwhile; if it is so each time, please tell us.'),
  'aid/failed': text('这一项没能测成', 'This aid could not be measured', '看原因；若是策略拦住，先照上面的写法放行。', 'See the reason; if a policy blocks it, allow it first.'),
  'aid/other': text('开启后的其他问题', 'Something else went wrong with an aid', '请把这一页告诉我们。', 'Please tell us of this page.'),
  'axe/could-not-run': text('axe-core 在这一页没能运行', 'axe-core could not run on this page', '这一页的自动检查不全，请手工查。', 'The automatic checks of this page are not whole: try by hand.'),
};

let english: Map<string, string> | undefined;

const AXE_REMEDY: Both = { zh: '照后面写的准则改网页的代码，再查一遍。', en: 'Mend the markup by the criterion named below, and check again.' };

/** For a rule that nobody knows, its bare name. */
export function textOf(rule: string): RuleText {
  const own = Object.hasOwn(OWN_TEXTS, rule) ? OWN_TEXTS[rule] : undefined;
  if (own) return own;
  english ??= new Map(axe.getRules().map(({ ruleId, help }) => [ruleId, help]));
  const id = rule.replace(/^axe\//, '');
  const en = english.get(id) ?? rule;
  const zh = Object.hasOwn(AXE_CHINESE.rules, id) ? AXE_CHINESE.rules[id]?.help : undefined;
  return { title: { zh: zh ?? en, en }, remedy: (Object.hasOwn(AXE_REMEDIES, id) ? AXE_REMEDIES[id] : undefined) ?? AXE_REMEDY };
}
