import { frenchNumber } from "../../feedback/fr/typography.ts";
import { html, type Content } from "./html.ts";
import { median } from "./median.ts";

const bars = 10;
const [width, height, foot, head] = [640, 200, 28, 22];

/** How the marks are spread: ten bars of equal width from 0 to the lab's maximum, and the same as a table. */
export function markHistogram(marks: readonly number[], maximum: number): Content {
  const counts = Array.from(
    { length: bars },
    (_, i) => marks.filter((mark) => barOf(mark, maximum) === i).length,
  );
  const tallest = Math.max(1, ...counts);
  const step = width / bars;
  return html`<figure>
    <svg
      viewBox="-16 0 ${width + 32} ${height}"
      role="img"
      aria-label="Répartition des notes ; les mêmes nombres sont dans le tableau qui suit."
    >
      ${counts.map((many, i) => {
        const tall = Math.round((many / tallest) * (height - foot - head));
        const [x, y] = [i * step + 4, height - foot - tall];
        return html`<rect x="${x}" y="${y}" width="${step - 8}" height="${tall}" rx="2" />
          ${many === 0 ? null : html`<text x="${i * step + step / 2}" y="${y - 6}">${many}</text>`}`;
      })}
      ${Array.from({ length: bars + 1 }, (_, i) => tick(i, (i * maximum) / bars))}
      <line x1="0" y1="${height - foot}" x2="${width}" y2="${height - foot}" />
    </svg>
    <figcaption>
      Médiane ${frenchNumber(median(marks))}, moyenne ${frenchNumber(mean(marks))} sur
      ${frenchNumber(maximum)} points ; la moitié des notes est entre ${frenchNumber(quantile(marks, 0.25))}
      et ${frenchNumber(quantile(marks, 0.75))}.
    </figcaption>
    <details>
      <summary>Les nombres en tableau</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Points</th>
              <th scope="col" class="number">Étudiants</th>
            </tr>
          </thead>
          <tbody>
            ${counts.map(
              (many, i) =>
                html`<tr>
                  <th scope="row">${range(i, maximum)}</th>
                  <td class="number">${many}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </figure>`;
}

/** The limit between two bars. */
const tick = (limit: number, mark: number): Content =>
  html`<text class="tick" x="${limit * (width / bars)}" y="${height - 8}">${frenchNumber(mark, 1)}</text>`;

/** A bar holds its lower limit and not its upper one, but for the last. */
const barOf = (mark: number, maximum: number): number =>
  Math.min(bars - 1, Math.floor((mark * bars) / Math.max(maximum, 1e-9)));

const range = (bar: number, maximum: number): string =>
  `${frenchNumber((bar * maximum) / bars, 1)}–${frenchNumber(((bar + 1) * maximum) / bars, 1)}`;

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The value below which that share of all lies (nearest rank). */
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? 0;
