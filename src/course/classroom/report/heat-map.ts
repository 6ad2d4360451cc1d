import { frenchNumber } from "../../feedback/fr/typography.ts";
import type { ActivityFacts } from "../graded.ts";
import type { ClassTally, TallyCell, TallyMistake, TallyStudent } from "./class-tally.ts";
import { foundWords } from "./found-mistakes.ts";
import { classesOf, type StudentSet } from "./heat-groups.ts";
import { html, inline, type Content } from "./html.ts";
import type { Materials } from "./materials.ts";

/** Columns of the map: what a screen holds; the mistakes after them are in the list below it. */
export const mapColumns = 14;
/** Above that many students, the map shows groups, and each group's students are folded. */
const studentsAtOnce = 60;

export type MapInput = {
  readonly activities: readonly ActivityFacts[];
  readonly tally: ClassTally;
  readonly materials: Materials;
};

/** The map of students × recognised mistakes, the commonest first. */
export function heatMap(input: MapInput): Content {
  const { tally } = input;
  const mistakes = tally.mistakes.slice(0, mapColumns);
  const sets = classesOf(tally.students);
  const small = tally.students.length <= studentsAtOnce;
  const whole: StudentSet = { label: "Toute la classe", students: tally.students };
  const compared = sets.length > 1 ? sets : [];
  return [
    mapTable(input, mistakes, [whole, ...compared], small ? tally.students : []),
    small
      ? null
      : (compared.length > 0 ? compared : [whole]).map(
          (set) =>
            html`<details>
              <summary>${set.label} : les ${set.students.length} étudiants</summary>
              ${mapTable(input, mistakes, [set], set.students)}
            </details>`,
        ),
  ];
}

function mapTable(
  { activities, materials }: MapInput,
  mistakes: readonly TallyMistake[],
  sets: readonly StudentSet[],
  students: readonly TallyStudent[],
): Content {
  return html`<div class="scroll" role="group" aria-label="Carte des erreurs" tabindex="0">
    <table class="map">
      <thead>
        <tr>
          <th scope="col"><span class="quiet">Étudiant</span></th>
          ${mistakes.map((mistake, at) => header(mistake, at, activities, materials))}
        </tr>
      </thead>
      <tbody class="shares">
        ${sets.map(
          (set) =>
            html`<tr>
              <th scope="row">${set.label} <span class="quiet">${set.students.length}</span></th>
              ${mistakes.map((mistake) => shareCell(mistake, set))}
            </tr> `,
        )}
      </tbody>
      ${
        students.length === 0
          ? null
          : html`<tbody>
              ${byMistakes(students).map((student) => row(student, mistakes))}
            </tbody>`
      }
    </table>
  </div>`;
}

function header(
  { activity, name }: TallyMistake,
  at: number,
  activities: readonly ActivityFacts[],
  materials: Materials,
): Content {
  const facts = activities[activity];
  const { title } = foundWords(materials.get(facts?.id ?? ""), name);
  return html`<th scope="col">
    <a href="#m-${at + 1}"
      ><span class="turned"><b>${facts?.number ?? ""}</b> ${inline(shortened(title))}</span></a
    >
  </th>`;
}

/** What fits two lines of a turned heading; the whole sentence stands in the list. */
const shortened = (text: string): string => {
  if (text.length <= 62) return text;
  return `${text.slice(0, 60).replace(/\s+\S*$/, "")}…`;
};

/** How many of a set make the mistake, of those who handed that activity in. */
function shareCell({ activity, name }: TallyMistake, { students }: StudentSet): Content {
  const handed = students.filter(({ cells }) => cells[activity]?.state !== "missing");
  const making = handed.filter(({ cells }) => cells[activity]?.mistakes.includes(name) === true).length;
  if (handed.length === 0) return html`<td class="none">–</td>`;
  const percent = Math.round((making * 100) / handed.length);
  return html`<td class="s${shareLevel(percent)}">
    <b>${making}</b><span>${frenchNumber(percent, 0)} %</span>
  </td>`;
}

/** 0; under 10, 20, 35, 50 %; from there. */
const shareLevel = (percent: number): number =>
  percent === 0 ? 0 : 1 + [10, 20, 35, 50].filter((limit) => percent >= limit).length;

function row({ student, page, cells }: TallyStudent, mistakes: readonly TallyMistake[]): Content {
  return html`<tr>
    <th scope="row"><a href="${page}">${student.name}</a></th>
    ${mistakes.map(({ activity, name }) => cell(cells[activity], name))}
  </tr> `;
}

function cell(found: TallyCell | undefined, name: string): Content {
  if (found === undefined || found.state === "missing") return html`<td class="none">–</td>`;
  if (found.mistakes.includes(name))
    return html`<td class="h${attemptLevel(found.attempts)}">
      ${found.attempts === 0 ? "✗" : found.attempts}
    </td>`;
  return found.state === "passed" ? html`<td class="ok">✓</td>` : html`<td class="none">·</td>`;
}

/** 1 or 2 attempts; 3 to 5; 6 to 10; more. */
const attemptLevel = (attempts: number): number => 1 + [3, 6, 11].filter((limit) => attempts >= limit).length;

/** Who makes most of them first: what the class shares makes one block, top left. */
function byMistakes(students: readonly TallyStudent[]): readonly TallyStudent[] {
  const many = ({ cells }: TallyStudent): number =>
    cells.reduce((sum, { mistakes }) => sum + mistakes.length, 0);
  return students.toSorted((a, b) => many(b) - many(a));
}
