// What to do about those of axe's rules that most pages break; the others refer to their criterion. Words only.
import type { Both } from './clauses';

const both = (zh: string, en: string): Both => ({ zh, en });

/** By axe's own names. */
export const AXE_REMEDIES: Readonly<Record<string, Both>> = {
  'image-alt': both('每张图写 alt：图里有什么；纯装饰的写 alt=""。', 'Give each picture an alt that says what it shows; alt="" where it is decoration.'),
  'input-image-alt': both('图片按钮的 alt 写它做什么，如 alt="搜索"。', 'Let the alt of an image button say what it does: alt="Search".'),
  'area-alt': both('图上每一块 <area> 都写 alt：点了去哪里。', 'Give each <area> an alt that says where it leads.'),
  'link-name': both('链接里放文字；只有图的，给图写 alt，或给链接写 aria-label。', 'Put text into the link; where there is only a picture, give it an alt, or the link an aria-label.'),
  'button-name': both('按钮里放文字，或写 aria-label。', 'Put text into the button, or an aria-label on it.'),
  label: both('给填写框配 <label for>，写明填什么。', 'Give the field a <label for> that says what to fill in.'),
  'select-name': both('给下拉框配 <label for>，如“市级部门网站”。', 'Give the list a <label for> that says what is chosen.'),
  'color-contrast': both('把字色调深（或底色调浅），到 4.5:1；18 磅以上的大字 3:1。', 'Darken the text or lighten the ground to 4.5:1; 3:1 for large text.'),
  'html-has-lang': both('写 <html lang="zh-CN">，朗读才会用普通话嗓音。', 'Write <html lang="zh-CN">, so that it is read by a Mandarin voice.'),
  'html-lang-valid': both('写 <html lang="zh-CN">。', 'Write <html lang="zh-CN">.'),
  'document-title': both('每页写自己的 <title>：先写这一页是什么，再写网站名。', 'Give each page a <title> of its own: first what it is, then the site.'),
  'frame-title': both('给 <iframe> 写 title：里面是什么。', 'Give the <iframe> a title that says what is in it.'),
  'meta-viewport': both('删掉 user-scalable=no 和 maximum-scale，让人能用手指放大。', 'Remove user-scalable=no and maximum-scale, so that people can pinch.'),
  'target-size': both('可点的地方至少 24×24 像素，或者留开距离；手机上最好 44。', 'Make targets at least 24 by 24 pixels, or set them apart; 44 is better on phones.'),
  bypass: both('开头加“跳到正文”的链接，正文放进 <main>。', 'Begin with a link that skips to the content, and put that into <main>.'),
  list: both('<ul>、<ol> 里直接只放 <li>。', 'Let <ul> and <ol> hold <li> alone.'),
  listitem: both('<li> 放进 <ul> 或 <ol>。', 'Put <li> into <ul> or <ol>.'),
  'link-in-text-block': both('正文里的链接加下划线，不要只靠颜色。', 'Underline links in text: colour alone is not enough.'),
  'scrollable-region-focusable': both('能滚动的块加 tabindex="0" 和名称，键盘才滚得动。', 'Give the scrolling box tabindex="0" and a name, so that keys can scroll it.'),
  'meta-refresh': both('删掉自动刷新、自动跳转，改成由人来点的链接。', 'Remove automatic refresh and redirection; offer a link instead.'),
  marquee: both('不用 <marquee>，换成静止的文字。', 'Replace <marquee> by text that stands still.'),
  blink: both('不用 <blink>。', 'Do without <blink>.'),
  'no-autoplay-audio': both('去掉自动播放，或三秒内停下。', 'Take autoplay away, or stop within three seconds.'),
  'video-caption': both('给视频配字幕轨道 <track kind="captions">。', 'Give the film captions: <track kind="captions">.'),
  'nested-interactive': both('按钮里不放链接，链接里不放按钮。', 'Put no link into a button and no button into a link.'),
  'td-headers-attr': both('headers 只写同一张表里的表头。', 'Let headers name cells of the same table only.'),
  'landmark-one-main': both('正文放进一个 <main>。', 'Put the content into one <main>.'),
  region: both('把内容放进 <header>、<nav>、<main>、<footer>，读屏软件才能一区一区地跳。', 'Put content into <header>, <nav>, <main> and <footer>, so that screen readers can jump.'),
  'page-has-heading-one': both('每页有一个 <h1>，写这一页的标题。', 'Give each page one <h1> with its title.'),
  'heading-order': both('标题一级一级往下，不要跳级。', 'Let headings go down one level at a time.'),
  tabindex: both('不用大于 0 的 tabindex，按网页里的先后走。', 'Use no tabindex above 0: the order of the page decides.'),
};
