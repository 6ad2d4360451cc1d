/** Styles of the class page: the map first. Levels differ in lightness, in both themes, and text stays at 4.5:1. */
export const classStyle = `
nav ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; list-style: none; padding: 0; max-width: none; }
nav a { display: inline-block; padding: 0.2rem 0; }
.map { border-collapse: separate; border-spacing: 2px; font-size: 0.9rem; }
.scroll > .map { width: auto; }
.map th, .map td { border: 0; }
.map thead th { padding: 0.4rem 0; height: 14.5rem; vertical-align: bottom; text-align: left; font-weight: 400; }
.map thead th:first-child { padding-left: 0.6rem; }
.map thead a { display: block; color: var(--text); text-decoration: none; }
.map thead a:hover { text-decoration: underline; }
.turned { display: block; writing-mode: vertical-rl; text-orientation: sideways; transform: rotate(180deg); max-height: 13.5rem; line-height: 1.2; margin: 0 auto; font-size: 0.86rem; }
.turned b { color: var(--muted); font-weight: 400; }
.map td { min-width: 3.1rem; padding: 0.22rem 0.3rem; text-align: center; border-radius: 3px; vertical-align: middle; }
.map tbody th { position: sticky; left: 0; z-index: 1; padding: 0.22rem 0.6rem; background: var(--surface); white-space: nowrap; max-width: 13rem; overflow: hidden; text-overflow: ellipsis; }
.map thead th:first-child { position: sticky; left: 0; z-index: 1; background: var(--surface); }
.map tbody th a { color: var(--text); text-decoration-color: var(--line); }
.map td b, .map td span { display: block; line-height: 1.2; }
.map td span { font-size: 0.8rem; white-space: nowrap; }
.shares th { font-weight: 700; }
.shares::after { content: ""; display: block; height: 0.5rem; }
.ok { color: var(--right); opacity: 0.85; }
.none { color: var(--muted); }
.h1, .s2 { background: light-dark(#f8ddd5, #3f2722); }
.h2, .s3 { background: light-dark(#f0b9aa, #63342a); }
.h3, .s4 { background: light-dark(#dd8470, #9a4433); color: light-dark(#1d2126, #ffffff); }
.h4, .s5 { background: light-dark(#9c2418, #ff9d8a); color: light-dark(#ffffff, #14181d); font-weight: 700; }
.s0 { color: var(--muted); }
.s1 { background: light-dark(#fcf0ec, #2c2220); }
.legend { display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; padding: 0; list-style: none; max-width: none; font-size: 0.9rem; }
.key { display: inline-block; min-width: 1.7rem; padding: 0 0.3rem; margin-right: 0.2rem; text-align: center; border-radius: 3px; font-variant-numeric: tabular-nums; }
.mistakes { max-width: none; padding-left: 2.2rem; }
.mistakes > li { margin-bottom: 1.6rem; }
.mistakes h3 { margin: 0; }
.mistakes p { margin-bottom: 0.4rem; }
.list-title { margin-top: 2rem; font-size: 1.15rem; }
figure { margin: 0 0 1rem; max-width: 42rem; }
svg { width: 100%; height: auto; display: block; }
rect { fill: var(--accent); }
svg line { stroke: var(--line); stroke-width: 2; }
svg text { fill: var(--text); font: 15px var(--sans); text-anchor: middle; }
svg .tick { fill: var(--muted); font-size: 13px; }
.rate { display: inline-block; width: 3.5rem; background: var(--sunken); outline: 1px solid var(--line); }
.activities tbody th { min-width: 12rem; }
.activities thead th { overflow-wrap: normal; }
.activities td:last-child { white-space: nowrap; }
.scroll > .activities { font-size: 0.88rem; }
.students td { white-space: nowrap; }
.path { overflow-wrap: anywhere; min-width: 12rem; font-family: var(--mono); font-size: 0.82rem; }
.what { min-width: 18rem; }
.pairs { max-width: none; }
.pairs > li { margin-bottom: 0.6rem; }
@media (max-width: 40rem) {
  .map tbody th { max-width: 7.5rem; padding-inline: 0.4rem; }
  .map td { min-width: 2.6rem; }
  .mistakes { padding-left: 1.6rem; }
}
@media print {
  .map { font-size: 7.5pt; }
  .map td, .map thead th { min-width: 0; print-color-adjust: exact; }
}
`;
