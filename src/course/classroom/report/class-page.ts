import { count, french, frenchNumber } from "../../feedback/fr/typography.ts";
import type { ClassResults } from "../graded.ts";
import { activityTable } from "./activity-table.ts";
import { classPairs } from "./class-pairs.ts";
import { classStyle } from "./class-style.ts";
import { tallyOf, type ClassTally } from "./class-tally.ts";
import { disagreements, problemTable, severalFiles } from "./file-notes.ts";
import { heatMap, mapColumns } from "./heat-map.ts";
import { heatLegend } from "./heat-legend.ts";
import { html, inline, type Content } from "./html.ts";
import { markHistogram } from "./mark-histogram.ts";
import type { Materials } from "./materials.ts";
import { mistakeList } from "./mistake-list.ts";
import { page } from "./page.ts";
import { similarSection } from "./similar-section.ts";
import { studentTable } from "./student-table.ts";
import { maximumOf } from "./totals.ts";
import { instantText } from "./time-words.fr.ts";

/** `classe.html`: what the class understood and what not, on a page of its own for the teacher. */
export function classPage(results: ClassResults, materials: Materials): string {
  const { lab, activities, problems } = results;
  const tally = tallyOf(results);
  const input = { activities, tally, materials };
  const title = `${lab.number.toUpperCase()} ${lab.title}`;
  const sections: readonly (readonly [string, string, Content])[] = [
    [
      "erreurs",
      "Ce que la classe n’a pas compris",
      mistakesSection(tally, heatMap(input), mistakeList(input)),
    ],
    [
      "notes",
      "Notes",
      markHistogram(
        tally.students.map(({ points }) => points),
        maximumOf(results),
      ),
    ],
    ["activites", "Activités", activityTable(activities, tally.students)],
    ["etudiants", "Étudiants", studentTable(activities, tally.students)],
    ["desaccords", "Désaccords", disagreements(activities, tally.students)],
    [
      "ressemblances",
      "Textes qui se ressemblent",
      similarSection(activities, classPairs(results, tally.students, materials), tally.students.length),
    ],
    ["plusieurs", "Plusieurs remises", severalFiles(tally.students)],
    ["fichiers", "Fichiers à regarder", problemTable(results)],
  ];
  return page(
    `${title} – la classe`,
    classStyle,
    html`<header>
        <h1>${inline(title)}</h1>
        <p class="quiet">
          ${count(tally.students.length, "remise notée", "remises notées")} ;
          ${count(problems.length, "signalement", "signalements")}. À rendre le ${instantText(lab.due)}, heure
          de Paris. Graine 0x${results.seed.toString(16)}.
        </p>
        <nav aria-label="Sur cette page">
          <ul>
            ${sections.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
          </ul>
        </nav>
      </header>
      <main>
        ${sections.map(
          ([id, name, content]) =>
            html`<section id="${id}">
              <h2>${name}</h2>
              ${content}
            </section> `,
        )}
      </main>`,
  );
}

function mistakesSection({ mistakes, students }: ClassTally, map: Content, list: Content): Content {
  if (mistakes.length === 0)
    return html`<p>
      ${students.length === 0 ? "Aucune remise." : "Aucune erreur reconnue dans les remises."}
    </p>`;
  const shown = Math.min(mistakes.length, mapColumns);
  const columns =
    mistakes.length > shown
      ? french`Les ${shown} erreurs les plus fréquentes, sur ${frenchNumber(mistakes.length)} reconnues.`
      : french`Les ${shown} erreurs reconnues.`;
  return [
    html`<p>
      ${columns} Une colonne par erreur, la plus fréquente à gauche ; une ligne par étudiant, ceux qui en font
      le plus en haut. Chaque titre mène à l’explication et à un exemple.
    </p>`,
    heatLegend,
    map,
    html`<h3 class="list-title">Les erreurs une par une</h3>`,
    list,
  ];
}
