import { french, frenchNumber } from "../../feedback/fr/typography.ts";
import type { ActivityFacts } from "../graded.ts";
import type { TallyCell, TallyStudent } from "./class-tally.ts";
import { html, inline, type Content } from "./html.ts";
import { median } from "./median.ts";
import { durationText } from "./time-words.fr.ts";

/** Fewer hand-ins say nothing about an activity. */
const enough = 5;
const hardBelow = 40;
const easyFrom = 90;
const firstTryFrom = 75;

/** What the marks « difficile » and « facile » mean. */
export const thresholdText = french`« Difficile » : moins de ${hardBelow} % de réussite. « Facile » : au moins ${easyFrom} % de réussite, dont ${firstTryFrom} % au premier essai. Il faut ${enough} textes rendus pour en juger.`;

export type Difficulty = "hard" | "easy" | null;

/** Whether an activity is too hard or too easy for the class, by the thresholds above. */
export function difficultyOf(cells: readonly TallyCell[]): Difficulty {
  const handed = cells.filter(({ state }) => state !== "missing");
  if (handed.length < enough) return null;
  const passed = handed.filter(({ state }) => state === "passed");
  const share = (passed.length * 100) / handed.length;
  if (share < hardBelow) return "hard";
  const atOnce = passed.filter(({ attempts }) => attempts <= 1).length;
  return share >= easyFrom && atOnce * 100 >= firstTryFrom * passed.length ? "easy" : null;
}

/** One row an activity: what came of it, attempts and time (medians of who handed it in), help. */
export const activityTable = (
  activities: readonly ActivityFacts[],
  students: readonly TallyStudent[],
): Content =>
  html`<div class="scroll" role="group" aria-label="Activités" tabindex="0">
    <table class="activities">
      <caption>
        ${thresholdText}
      </caption>
      <thead>
        <tr>
          ${columns.map((column, i) => html`<th scope="col" ${i > 0 && i < columns.length - 1 ? numeric : ""}>${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${activities.map((facts, at) =>
          row(
            facts,
            students.flatMap(({ cells }) => cells[at] ?? []),
          ),
        )}
      </tbody>
    </table>
  </div>`;

const columns = [
  "Activité",
  "Rendus",
  "Réussis",
  "En partie",
  "À revoir",
  "Réussite",
  "Essais (médiane)",
  "Temps (médiane)",
  "Avec indice",
  "Solution vue",
  "Signe",
];
const numeric = html` class="number"`;

function row(facts: ActivityFacts, cells: readonly TallyCell[]): Content {
  const handed = cells.filter(({ state }) => state !== "missing");
  const many = (state: TallyCell["state"]): number => handed.filter((cell) => cell.state === state).length;
  const percent = handed.length === 0 ? null : Math.round((many("passed") * 100) / handed.length);
  const times = handed.map(({ time }) => time).filter((time) => time > 0);
  const numbers = [
    handed.length,
    many("passed"),
    many("partial"),
    many("failed"),
    percent === null
      ? "–"
      : html`<svg class="rate" viewBox="0 0 100 10" aria-hidden="true">
            <rect width="${percent}" height="10" />
          </svg>
          ${percent} %`,
    handed.length === 0 ? "–" : frenchNumber(median(handed.map(({ attempts }) => attempts)), 1),
    durationText(median(times)),
    handed.filter(({ hints }) => hints > 0).length,
    handed.filter(({ solutionShown }) => solutionShown).length,
  ];
  return html`<tr>
    <th scope="row">${facts.number} ${inline(facts.title)}</th>
    ${numbers.map((value) => html`<td class="number">${value}</td>`)}
    <td>${signs(difficultyOf(cells))}</td>
  </tr> `;
}

function signs(difficulty: Difficulty): Content {
  if (difficulty === null) return "";
  return difficulty === "hard"
    ? html`<span class="wrong">▲ difficile</span>`
    : html`<span class="attention">▽ facile</span>`;
}
