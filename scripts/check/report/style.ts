// The report's style sheet, one file for all its pages: 18 px and more, 7:1 in light and dark, one column when narrow, plain on paper.

export const STYLE = `:root {
  color-scheme: light dark;
  --ground: #ffffff; --tint: #eef3fa; --ink: #14213d; --second: #45526b; --line: #6b7a90; --accent: #0b4a8f; --bad: #9b1c1c; --fair: #6b3a00;
}
@media (prefers-color-scheme: dark) {
  :root { --ground: #10151f; --tint: #1a2231; --ink: #f2f5fa; --second: #c9d3e3; --line: #8b9bb5; --accent: #a9cbff; --bad: #ffb3b3; --fair: #ffd27a; }
}
* { box-sizing: border-box; }
html { font: 18px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; background: var(--ground); color: var(--ink); }
body { max-width: 72rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.8rem; line-height: 1.3; margin: 1rem 0; }
h2 { font-size: 1.4rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 3px solid var(--line); }
h3 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
p { margin: .5rem 0; max-width: 45em; }
a { color: var(--accent); text-underline-offset: .2em; }
a:focus-visible { outline: 4px solid var(--ink); outline-offset: 2px; background: var(--tint); }
.skip { position: absolute; left: -200vw; }
.skip:focus { left: 1rem; top: 1rem; padding: .6rem 1rem; background: var(--ground); }
.second { color: var(--second); }
.note { border-inline-start: 6px solid var(--line); background: var(--tint); padding: .75rem 1rem; }
.sums, .steps, .cards, .plain { list-style: none; margin: 1rem 0; padding: 0; }
.sums { display: flex; flex-wrap: wrap; gap: .75rem; }
.sums li { flex: 1 1 13rem; border: 2px solid var(--line); border-radius: 14px; padding: .75rem 1rem; }
.sums b { display: block; font-size: 2rem; line-height: 1.2; }
.cards > li { border: 1px solid var(--line); border-inline-start: 8px solid var(--line); border-radius: 8px; padding: .75rem 1rem; margin: .75rem 0; break-inside: avoid; }
.cards > .barrier { border-inline-start-color: var(--bad); }
.cards > .hindrance { border-inline-start-color: var(--fair); }
.cards h3 { font-size: 1.05rem; margin: 0; }
.weight { font-weight: 600; }
.barrier .weight, b.barrier { color: var(--bad); }
.hindrance .weight, b.hindrance { color: var(--fair); }
nav ul, .steps { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; margin: .5rem 0; padding: 0; }
nav a, .steps a, .row a { display: inline-flex; align-items: center; min-height: 44px; min-width: 44px; }
code { font: 1rem/1.6 "Cascadia Mono", Consolas, Menlo, "Noto Sans Mono CJK SC", monospace; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; margin: .5rem 0; padding: .75rem 1rem; background: var(--tint); border: 1px solid var(--line); border-radius: 8px; }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .25rem 1.5rem; margin: 1rem 0; }
dt { font-weight: 600; }
dd { margin: 0; min-width: 0; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
.row .second { font-weight: 400; }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--line); }
thead th { background: var(--tint); }
td.count { text-align: end; white-space: nowrap; }
figure { margin: 1rem 0; }
figcaption { font-weight: 600; margin-bottom: .25rem; }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem; }
img { max-width: 100%; height: auto; border: 1px solid var(--line); }
@media (max-width: 640px) {
  dl { grid-template-columns: 1fr; }
  dd { margin-bottom: .5rem; }
  table, tbody, tr, td, tbody th { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { border: 1px solid var(--line); border-radius: 8px; margin: .75rem 0; padding: .5rem .75rem; }
  tbody th, td, td.count { border: 0; padding: .15rem 0; text-align: start; }
  td[data-label]::before { content: attr(data-label) " · "; font-weight: 600; }
}
@media print {
  :root { --ground: #ffffff; --tint: #ffffff; --ink: #000000; --second: #333333; --line: #767676; --accent: #000000; --bad: #000000; --fair: #000000; }
  html { font-size: 12pt; }
  body { max-width: none; padding: 0; }
  nav, .skip, .steps { display: none; }
  h2, h3 { break-after: avoid; }
  img { max-height: 12cm; width: auto; }
}
@media (forced-colors: active) { .cards > .barrier, .cards > .hindrance { border-inline-start-color: CanvasText; } }
`;
