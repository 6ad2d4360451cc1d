import { frenchNumber } from "../../feedback/fr/typography.ts";
import type { ActivityFacts } from "../graded.ts";
import type { TallyStudent } from "./class-tally.ts";
import { html, type Content } from "./html.ts";
import { stateSigns, stateTones, stateWords } from "./state-words.fr.ts";
import { durationText } from "./time-words.fr.ts";

/** A longer list is folded. */
const studentsAtOnce = 60;

/** One row a student: points, what became of each activity, attempts, time, lateness; the name leads to the page. */
export function studentTable(
  activities: readonly ActivityFacts[],
  students: readonly TallyStudent[],
): Content {
  const table = html`<div class="scroll" role="group" aria-label="Étudiants" tabindex="0">
    <table class="students">
      <thead>
        <tr>
          <th scope="col">Étudiant</th>
          <th scope="col">Numéro</th>
          <th scope="col">Groupe</th>
          <th scope="col" class="number">Points</th>
          ${activities.map(({ number }) => html`<th scope="col">${number}</th>`)}
          <th scope="col" class="number">Essais</th>
          <th scope="col" class="number">Temps</th>
          <th scope="col" class="number">Retard (jours)</th>
        </tr>
      </thead>
      <tbody>
        ${students.map(row)}
      </tbody>
    </table>
  </div>`;
  return students.length <= studentsAtOnce
    ? table
    : html`<details>
        <summary>Les ${students.length} étudiants</summary>
        ${table}
      </details>`;
}

function row({ student, page, points, daysLate, cells }: TallyStudent): Content {
  const attempts = cells.reduce((sum, cell) => sum + cell.attempts, 0);
  const time = cells.reduce((sum, cell) => sum + cell.time, 0);
  return html`<tr>
    <th scope="row"><a href="${page}">${student.name}</a></th>
    <td>${student.number}</td>
    <td>${student.group}</td>
    <td class="number"><b>${frenchNumber(points)}</b></td>
    ${cells.map(
      ({ state }) =>
        html`<td class="${stateTones[state]}">
          <span aria-hidden="true">${stateSigns[state]}</span
          ><span class="visually-hidden">${stateWords[state]}</span>
        </td>`,
    )}
    <td class="number">${attempts}</td>
    <td class="number">${durationText(time)}</td>
    <td class="number">${daysLate === 0 ? "–" : daysLate}</td>
  </tr> `;
}
