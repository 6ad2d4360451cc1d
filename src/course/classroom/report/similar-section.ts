import { frenchNumber, french } from "../../feedback/fr/typography.ts";
import type { ActivityFacts } from "../graded.ts";
import { comparedAtOnce, type ClassPair, type ClassPairs } from "./class-pairs.ts";
import { html, inline, type Content } from "./html.ts";
import { commonFrom, passagesFrom, similarFrom } from "./similar-sources.ts";

/** Pairs of similar sources, with what is compared and from when on a pair is shown. */
export function similarSection(
  activities: readonly ActivityFacts[],
  { pairs, found }: ClassPairs,
  students: number,
): Content {
  return [
    html`<p><strong>Un signe pour regarder, jamais un verdict.</strong> ${inline(method(students))}</p>`,
    pairs.length === 0
      ? html`<p>Rien au-dessus de ces seuils.</p>`
      : html`<ol class="pairs">
          ${pairs.map((pair) => pairItem(pair, activities))}
        </ol>`,
    found > pairs.length
      ? html`<p class="quiet">
          ${found} ressemblances en tout ; les ${pairs.length} premières sont montrées.
        </p>`
      : null,
  ];
}

const method = (students: number): string =>
  french`Deux textes d'une même activité sont comparés par leur structure, sans les noms, les valeurs, les commentaires ni la mise en page (Dolos, méthode « winnowing »). Le code donné à tous ne compte pas, ni les passages que plus de ${commonFrom(students)} étudiants partagent. Une ressemblance paraît à partir de ${Math.round(similarFrom * 100)} % de passages communs, s'il y en a au moins ${passagesFrom} ; ou quand les textes sont identiques à la lettre.` +
  (students > comparedAtOnce
    ? french` Au-delà de ${frenchNumber(comparedAtOnce)} étudiants, la comparaison se fait par tranches de ${frenchNumber(comparedAtOnce)}, groupe par groupe.`
    : "");

function pairItem(
  { sources, activity, similarity, sameText }: ClassPair,
  activities: readonly ActivityFacts[],
): Content {
  const facts = activities[activity];
  const shown = sameText ? sources.slice(0, 1) : sources;
  return html`<li>
    <b>${facts?.number ?? ""}</b> ${inline(facts?.title ?? "")},
    ${sameText ? "textes identiques" : `${Math.round(similarity * 100)} % en commun`} :
    ${sources.map(({ key }, i) => [i === 0 ? "" : ", ", html`<a href="${key.page}">${key.student.name}</a>`])}
    <details>
      <summary>${shown.length === 1 ? "Le texte" : "Les deux textes"}</summary>
      <div class="answers">
        ${shown.map(
          ({ key, text }) =>
            html`<div>
              <p class="quiet">${key.student.name}</p>
              <pre>${text}</pre>
            </div>`,
        )}
      </div>
    </details>
  </li>`;
}
