import { renderVerdict } from "../../feedback/render.ts";
import { count, french } from "../../feedback/fr/typography.ts";
import {
  pointsFor,
  type ActivityFacts,
  type ClassResults,
  type GradedActivity,
  type GradedHandIn,
} from "../graded.ts";
import { gradedOf } from "./class-report.ts";
import { foundMistakes, foundWords } from "./found-mistakes.ts";
import { html, inline, type Content } from "./html.ts";
import { lateText } from "./late-text.fr.ts";
import type { Material, Materials } from "./materials.ts";
import { page } from "./page.ts";
import { pointsText, stateSigns, stateTones, stateWords } from "./state-words.fr.ts";
import { durationText, instantText } from "./time-words.fr.ts";
import { maximumOf, totalOf } from "./totals.ts";
import { verdictHtml } from "./verdict-html.ts";

/** A student's own page: points, then each activity with the verdict that the site shows. */
export function feedbackPage(
  results: Omit<ClassResults, "handIns" | "problems">,
  handIn: GradedHandIn,
  materials: Materials,
): string {
  const { lab, activities } = results;
  const { student } = handIn;
  const all = activities.map((facts) => ({ facts, graded: gradedOf(handIn, facts.id) }));
  const title = `${lab.number.toUpperCase()} ${lab.title}`;
  const who = [student.name, `nº ${student.number}`, ...(student.group === "" ? [] : [student.group])];
  return page(
    `${title} – ${student.name}`,
    style,
    html`<main>
      <h1>${inline(title)}</h1>
      <p class="who">${who.join(" · ")}</p>
      <p class="total"><strong>${pointsText(totalOf(results, handIn), maximumOf(results))}</strong></p>
      <p class="quiet">
        Remise du ${instantText(handIn.made)}, heure de Paris.
        ${handIn.daysLate === 0 ? "Rendu à temps." : lateText(handIn)}
        ${handIn.others.length === 0 ? null : replaced(handIn)}
      </p>
      ${summary(all, handIn)}
      ${all.map(({ facts, graded }) => section(facts, graded, materials.get(facts.id)))}
    </main>`,
  );
}

/** Names no path: it may hold somebody else's name. */
const replaced = ({ others }: GradedHandIn): Content => {
  const dates = others.map(({ made }) => instantText(made)).join(", ");
  return french`Elle remplace ${count(others.length, "remise plus ancienne", "remises plus anciennes")} (${dates}).`;
};

type Pair = { readonly facts: ActivityFacts; readonly graded: GradedActivity | null };

const summary = (all: readonly Pair[], handIn: GradedHandIn): Content =>
  html`<div class="scroll" role="group" aria-label="Résultats par activité" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">Activité</th>
          <th scope="col">Résultat</th>
          <th scope="col" class="number">Points</th>
          <th scope="col" class="number">Essais</th>
          <th scope="col" class="number">Temps</th>
        </tr>
      </thead>
      <tbody>
        ${all.map(({ facts, graded }) => {
          const state = graded?.state ?? "missing";
          return html`<tr>
            <th scope="row"><a href="#a-${anchor(facts)}">${facts.number}</a> ${inline(facts.title)}</th>
            <td>
              <span class="sign ${stateTones[state]}" aria-hidden="true">${stateSigns[state]}</span>
              ${stateWords[state]}
            </td>
            <td class="number">
              ${pointsText(pointsFor(handIn, graded?.share ?? 0, facts), facts.points).replace(/ points?/, "")}
            </td>
            <td class="number">${graded?.attempts ?? 0}</td>
            <td class="number">${durationText(graded?.time ?? 0)}</td>
          </tr> `;
        })}
      </tbody>
    </table>
  </div> `;

const anchor = ({ number }: ActivityFacts): string => number.replace(/[^\d.a-z]/g, "-");

function section(
  facts: ActivityFacts,
  graded: GradedActivity | null,
  material: Material | undefined,
): Content {
  return html`<section id="a-${anchor(facts)}">
    <h2>${facts.number} ${inline(facts.title)}</h2>
    ${graded === null || graded.state === "missing" ? html`<p>Rien n’est rendu pour cette activité.</p>` : body(graded, material)}
  </section> `;
}

function body(graded: GradedActivity, material: Material | undefined): Content {
  const said =
    graded.verdict !== null && material?.kind === "exercise"
      ? verdictHtml(renderVerdict(graded.verdict, material.context))
      : [outcome(graded), foundMistakes(graded).map((name) => mistake(material, name))];
  const notes = [
    ...(graded.agrees ? [] : [claim(graded)]),
    ...(graded.hints > 0 ? [french`${count(graded.hints, "indice demandé", "indices demandés")}.`] : []),
    ...(graded.solutionShown ? ["La solution a été affichée avant la réussite."] : []),
  ];
  return [
    said,
    notes.length === 0 ? null : html`<p class="quiet">${inline(notes.join(" "))}</p> `,
    graded.source === null || material?.kind === "activity"
      ? null
      : html`<details>
          <summary>Le texte évalué</summary>
          <pre>${graded.source}</pre>
        </details> `,
  ];
}

const outcome = ({ state }: GradedActivity): Content =>
  html`<p>
    <span class="sign ${stateTones[state]}" aria-hidden="true">${stateSigns[state]}</span>
    <strong>${sentences[state]}</strong>
  </p> `;

const sentences: Readonly<Record<GradedActivity["state"], string>> = {
  passed: "Tout est juste.",
  partial: "Une partie est juste.",
  failed: "Rien n’est encore juste.",
  missing: "Rien n’est rendu.",
  ungraded: "Cette activité n’a pas pu être notée : votre enseignant la regarde.",
};

function mistake(material: Material | undefined, name: string): Content {
  const { title, message } = foundWords(material, name);
  return html`<div class="case">
    <p class="case-title">${inline(title)}</p>
    ${message === "" ? null : html`<p>${inline(message)}</p>`}
  </div> `;
}

const claim = ({ claimed }: GradedActivity): string =>
  claimed === true
    ? french`Votre cahier annonçait cette activité réussie ; la notation, avec d'autres cas, trouve une erreur.`
    : french`Votre cahier annonçait cette activité non réussie ; la notation la trouve réussie.`;

const style = `
.who { font-size: 1.1rem; margin: 0; }
.total { font-size: 1.35rem; margin: 0.6rem 0 0.2rem; }
body { max-width: 50rem; }
`;
