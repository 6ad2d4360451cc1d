/**
 * What all report pages share. The colours are those of the site (src/site/styles/tokens.css), by the system's theme;
 * faces are the system's, since a page on its own brings no fonts. No `<` or `&`: the pages are XML too.
 */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#fbfaf7, #14181d);
  --surface: light-dark(#ffffff, #1a2027);
  --sunken: light-dark(#f2f0ea, #0f1317);
  --text: light-dark(#1d2126, #e6e9ec);
  --muted: light-dark(#565d66, #a3adb8);
  --line: light-dark(#dcd8ce, #333c46);
  --accent: light-dark(#0b5a8c, #7cc4f0);
  --right: light-dark(#1a6b39, #72cf92);
  --wrong: light-dark(#b0261e, #ff9d91);
  --attention: light-dark(#855600, #f0c05a);
  --wrong-ground: color-mix(in oklab, var(--wrong) 10%, var(--surface));
  --sans: "Atkinson Hyperlegible Next", "Segoe UI", system-ui, sans-serif;
  --mono: "JetBrains Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  padding: 1.5rem clamp(0.9rem, 4vw, 2rem) 4rem;
  max-width: 72rem;
  background: var(--ground);
  color: var(--text);
  font: 1.06rem/1.55 var(--sans);
  overflow-wrap: break-word;
}
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 0.3rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 0.6rem; }
h3 { font-size: 1.08rem; margin: 1.4rem 0 0.4rem; }
p, ul, ol { max-width: 42rem; margin: 0 0 0.8rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code, pre { font-family: var(--mono); font-size: 0.86em; }
pre {
  margin: 0.2rem 0 0.8rem;
  padding: 0.6rem 0.8rem;
  background: var(--sunken);
  border: 1px solid var(--line);
  border-radius: 4px;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
}
.quiet { color: var(--muted); font-size: 0.9rem; }
.right { color: var(--right); }
.wrong { color: var(--wrong); }
.attention { color: var(--attention); }
.sign { font-weight: 700; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.scroll { position: relative; overflow-x: auto; margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 4px; background: var(--surface); }
table { border-collapse: collapse; font-size: 0.93rem; font-variant-numeric: tabular-nums; }
.scroll > table { width: 100%; }
caption { text-align: left; padding: 0.5rem 0.7rem; color: var(--muted); font-size: 0.88rem; }
th, td { padding: 0.35rem 0.7rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; font-size: 0.88rem; vertical-align: bottom; }
tbody th { font-weight: 400; }
details { margin: 0 0 0.8rem; }
summary { cursor: pointer; color: var(--accent); padding: 0.3rem 0; }
mark { background: var(--wrong-ground); color: var(--wrong); font-weight: 700; text-decoration: underline; }
.case { border-left: 3px solid var(--line); padding-left: 0.9rem; margin: 0.8rem 0; }
.case-title { font-weight: 700; margin: 0 0 0.4rem; }
dl { margin: 0 0 0.6rem; }
dt { color: var(--muted); font-size: 0.85rem; }
dd { margin: 0; }
.answers { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); gap: 0 1.2rem; }
.bits { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.1rem 0.8rem; align-items: baseline; }
.bytes { font-family: var(--mono); font-size: 0.8rem; }
.bytes th, .bytes td { padding: 0.1rem 0.28rem; border: 0; text-align: center; }
.bytes th { color: var(--muted); font-weight: 400; text-align: left; padding-right: 0.7rem; white-space: nowrap; }
.bytes caption { padding: 0.2rem 0.28rem; font-family: var(--sans); font-size: 0.85rem; white-space: nowrap; }
.bytes tbody tr:first-child:not(:only-child) > * { padding-top: 0.4rem; }
.bytes { margin: 0 0 0.7rem; }
.number { text-align: right; }
td.number { white-space: nowrap; }
.parts { overflow-x: auto; }
.parts table { font-family: var(--mono); font-size: 0.78rem; margin: 0.2rem 0 0.5rem; }
.parts caption { padding: 0.2rem 0; }
.parts th, .parts td { padding: 0.15rem 0.9rem 0.15rem 0; white-space: nowrap; }
.stages { list-style: none; padding: 0; }
@media print {
  :root { color-scheme: light; --ground: #ffffff; }
  body { font-size: 10.5pt; padding: 0; max-width: none; }
  h2, h3, .case-title { break-after: avoid; }
  tr, .case, .card { break-inside: avoid; }
  .scroll { overflow: visible; border: 0; }
  a { color: inherit; }
}
`;
