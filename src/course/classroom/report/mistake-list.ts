import { renderVerdict } from "../../feedback/render.ts";
import { count, french } from "../../feedback/fr/typography.ts";
import { caseHtml } from "./case-html.ts";
import type { TallyMistake } from "./class-tally.ts";
import { foundWords } from "./found-mistakes.ts";
import { mapColumns, type MapInput } from "./heat-map.ts";
import { html, inline, type Content } from "./html.ts";

/** The first ones show their example at once. */
const open = 3;
/** More names than that are folded. */
const namesAtOnce = 12;
/** What comes after is made by few, and a list has an end. */
const most = 60;

/** The mistakes of the map one by one, the commonest first: what it is, who makes it, the smallest case that shows it. */
export function mistakeList(input: MapInput): Content {
  const { mistakes } = input.tally;
  const card = (mistake: TallyMistake, at: number): Content => mistakeCard(mistake, at, input);
  const rest = mistakes.slice(mapColumns, most).map((mistake, i) => card(mistake, mapColumns + i));
  return [
    html`<ol class="mistakes">
      ${mistakes.slice(0, mapColumns).map(card)}
    </ol>`,
    rest.length === 0
      ? null
      : html`<details>
          <summary>${count(rest.length, "erreur plus rare", "erreurs plus rares")}</summary>
          <ol class="mistakes" start="${mapColumns + 1}">
            ${rest}
          </ol>
        </details>`,
  ];
}

function mistakeCard(
  { activity, name, students, example }: TallyMistake,
  at: number,
  input: MapInput,
): Content {
  const facts = input.activities[activity];
  const material = input.materials.get(facts?.id ?? "");
  const { title, message } = foundWords(material, name);
  const view =
    example !== null && material?.kind === "exercise" ? renderVerdict(example, material.context).case : null;
  const handed = input.tally.students.filter(({ cells }) => cells[activity]?.state !== "missing").length;
  return html`<li id="m-${at + 1}" class="card">
    <h3><span class="quiet">${facts?.number ?? ""}</span> ${inline(title)}</h3>
    <p class="quiet">
      ${french`${count(students.length, "étudiant", "étudiants")} sur ${handed} qui ont rendu`} «
      ${facts?.title ?? ""} ».
    </p>
    ${message === "" ? null : html`<p>${inline(message)}</p>`}
    ${view === null ? null : html`<details${at < open ? openAttribute : ""}><summary>Un exemple : le plus petit cas</summary>${caseHtml(view)}</details>`}
    ${who(students, input)}
  </li>`;
}

const openAttribute = html` open="open"`;

function who(places: readonly number[], { tally }: MapInput): Content {
  const names = places.flatMap((place) => tally.students[place]?.student.name ?? []).join(", ");
  return places.length <= namesAtOnce
    ? html`<p class="quiet">${names}.</p>`
    : html`<details>
        <summary>Les ${places.length} étudiants</summary>
        <p>${names}.</p>
      </details>`;
}
