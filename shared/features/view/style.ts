// The looks of the article view: its host above the page, the paper, the print. Nothing on the paper is important, so that every aid has its way.
import { MARKER, PAGE_LIKE } from '../../dom/marker';

const HOST = `[${MARKER}="${PAGE_LIKE}"]`;

/** What hides the page while the view is up: seen, reached and read by nobody, and laid out as before. */
export const HIDING_CSS = `body,body *,:host(:not([${MARKER}])) *{visibility:hidden!important}
::backdrop{display:none!important}
html,body{overflow-anchor:none!important}
body,dialog:modal{transform:none!important;filter:none!important;perspective:none!important;will-change:auto!important;contain:none!important;opacity:1!important;backdrop-filter:none!important}`;

/** On paper the article alone, from the first sheet's top. */
export const PRINT_CSS = `@media print{html,body{display:block!important;position:static!important;width:auto!important;height:auto!important;min-height:0!important;max-height:none!important;
margin:0!important;padding:0!important;border:0!important;overflow:visible!important;background:#fff!important}
body{visibility:hidden!important}body>:not(${HOST}){display:none!important}}`;

/** The sheet of the view's own root. */
export const VIEW_CSS = `
:host{all:initial!important;display:block!important;position:fixed!important;top:var(--mingdu-x-top,0px)!important;right:0!important;bottom:var(--mingdu-x-bottom,0px)!important;left:0!important;
overflow:hidden auto!important;overscroll-behavior:contain!important;scroll-padding:24px 0!important;z-index:2147483646!important;visibility:visible!important;cursor:var(--mingdu-x-cursor,auto)!important}
*{box-sizing:border-box}
.paper{min-height:100%;padding:28px 20px 64px;background:#fff;color:#14213d;font:400 24px/1.9 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
overflow-wrap:break-word;text-align:start}
header,main,footer{max-width:34em;margin:0 auto}
header{display:flex;flex-wrap:wrap;gap:12px;margin-bottom:28px}
footer{margin-top:56px}
button{display:inline-block;min-height:52px;padding:6px 22px;border:2px solid #6b7a90;border-radius:14px;background:#fff;color:#0b4a8f;font:inherit;font-weight:600;font-size:20px;line-height:1.4;cursor:inherit;text-align:start}
button.back{border-color:#0b4a8f;background:#0b4a8f;color:#fff}
button.elsewhere{display:block;width:100%;margin:1em 0;border-style:dashed}
a{color:#0b4a8f;text-decoration:underline;text-underline-offset:.2em;text-decoration-thickness:.07em}
:focus-visible{outline:4px solid #14213d;outline-offset:3px;box-shadow:0 0 0 3px #ffd43b;border-radius:6px}
h1,h2,h3{line-height:1.45;text-wrap:pretty;font-weight:700}
h1{margin:0 0 .5em;font-size:36px}
h2{margin:1.6em 0 .6em;font-size:28px}
h3{margin:1.3em 0 .5em;font-size:25px}
h2+h3{margin-top:.6em}
.meta{margin:0 0 1.6em;padding-bottom:1em;border-bottom:2px solid #c5d0e0;color:#45526b;font-size:20px;line-height:1.6}
.meta span{display:inline-block;margin-inline-end:1.6em}
.body p{margin:0 0 .9em;text-indent:2em}
.body .center,.body .right{text-indent:0}
.center{text-align:center}
.right{text-align:right}
.body blockquote{margin:1.2em 0;padding:.2em 1em;border-inline-start:6px solid #c5d0e0}
.body pre{white-space:pre-wrap;font-family:inherit}
.body ul,.body ol{margin:0 0 .9em;padding-inline-start:1.6em}
.body li{margin-bottom:.4em}
.body dt{font-weight:700}
.body dd{margin:0 0 .5em 1.6em}
.body li p,.body td p,.body th p,.body dd p,.body blockquote p{text-indent:0}
figure{margin:1.4em 0;text-align:center}
canvas,img{display:inline-block;max-width:100%;height:auto;vertical-align:middle}
.table{max-width:100%;margin:1.2em 0;overflow-x:auto}
table{border-collapse:collapse;font-size:22px;line-height:1.6}
caption{padding-bottom:.5em;font-weight:700;text-align:start}
td,th{min-width:4.5em;padding:.4em .6em;border:2px solid #6b7a90;text-align:start;vertical-align:top}
th{background:#eef3fa;font-weight:700}
td p,th p{margin:0 0 .3em}
nav{margin:0 0 2em;padding:1em 1.2em;border:2px solid #c5d0e0;border-radius:14px;background:#eef3fa}
nav h2{margin:0 0 .3em;font-size:22px}
nav ul{margin:0;padding:0;list-style:none}
nav li.deep{padding-inline-start:1.4em}
nav a{display:block;padding:5px 0;font-size:22px;line-height:1.5}
.zones{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15em),1fr));gap:16px;margin:0;padding:0;list-style:none}
.zones button{display:flex;flex-direction:column;gap:4px;width:100%;height:100%;min-height:112px;padding:16px 22px;border-color:#0b4a8f;line-height:1.5}
.zones b{font-size:28px}
.zones span{color:#45526b;font-size:20px;font-weight:400}
@media (max-width:600px){.paper{padding:20px 16px 48px;font-size:22px}h1{font-size:30px}h2{font-size:26px}h3{font-size:24px}header button{width:100%;text-align:center}.meta span{display:block}}
@media (forced-colors:active){button,.table,td,th,nav{border-color:CanvasText}}
@media print{:host{position:static!important;overflow:visible!important}
.paper{min-height:0;padding:0;background:#fff;color:#000;font-size:18pt;line-height:1.75}
header,footer,nav,button{display:none}main{max-width:none}
h1{font-size:26pt}h2{font-size:21pt}h3{font-size:19pt}h1,h2,h3{break-after:avoid}table{font-size:15pt}.meta{font-size:14pt;color:#000}
tr,figure{break-inside:avoid}.table{overflow:visible}canvas,img{max-height:22cm}a{color:#000}}`;
