import type { ActivityFacts, ClassResults } from "../graded.ts";
import type { TallyStudent } from "./class-tally.ts";
import { html, inline, type Content } from "./html.ts";
import { problemSentence } from "./problem-sentence.fr.ts";
import { stateWords } from "./state-words.fr.ts";
import { instantText } from "./time-words.fr.ts";

/** Where a student's workbook said something else than grading found. */
export function disagreements(
  activities: readonly ActivityFacts[],
  students: readonly TallyStudent[],
): Content {
  const rows = students.flatMap(({ student, page, cells }) =>
    cells.flatMap(({ agrees, claimed, state }, at) =>
      agrees
        ? []
        : [
            html`<tr>
              <th scope="row"><a href="${page}">${student.name}</a></th>
              <td>${activities[at]?.number ?? ""} ${inline(activities[at]?.title ?? "")}</td>
              <td>${claimed === true ? "réussi" : "non réussi"}</td>
              <td>${stateWords[state]}</td>
            </tr> `,
          ],
    ),
  );
  if (rows.length === 0) return html`<p>Aucun : la notation trouve ce que les cahiers annonçaient.</p>`;
  return html`<p>
      La note suit la notation. Un désaccord peut venir d’une autre version de l’exercice, d’autres cas tirés
      au sort, ou d’un fichier modifié.
    </p>
    <div class="scroll" role="group" aria-label="Désaccords" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Étudiant</th>
            <th scope="col">Activité</th>
            <th scope="col">Annoncé</th>
            <th scope="col">Obtenu</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}

/** Who handed in several files, and which counts: one of them may be somebody else's under this number. */
export function severalFiles(students: readonly TallyStudent[]): Content {
  const several = students.filter(({ files }) => files.length > 0);
  if (several.length === 0) return html`<p>Personne : une seule remise par étudiant.</p>`;
  return html`<p>
      La remise la plus récente compte, d’après la date qu’elle porte. Vérifiez que toutes viennent de la même
      personne.
    </p>
    <div class="scroll" role="group" aria-label="Plusieurs remises" tabindex="0">
      <table class="several">
        <thead>
          <tr>
            <th scope="col">Étudiant</th>
            <th scope="col">Remise</th>
            <th scope="col">Fichier</th>
          </tr>
        </thead>
        <tbody>
          ${several.flatMap(({ student, page, files }) =>
            files.map(
              ({ path, made }, at) =>
                html`<tr>
                  <th scope="row"><a href="${page}">${student.name}</a></th>
                  <td>${instantText(made)}${at === 0 ? ", notée" : ""}</td>
                  <td class="path">${path}</td>
                </tr> `,
            ),
          )}
        </tbody>
      </table>
    </div>`;
}

/** The files that a person should look at. */
export function problemTable({ problems }: Pick<ClassResults, "problems">): Content {
  if (problems.length === 0) return html`<p>Aucun : tous les fichiers ont été lus et notés.</p>`;
  return html`<div class="scroll" role="group" aria-label="Fichiers à regarder" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">Fichier</th>
          <th scope="col">Numéro</th>
          <th scope="col">Activité</th>
          <th scope="col">Que faire</th>
        </tr>
      </thead>
      <tbody>
        ${problems.map(
          (problem) =>
            html`<tr>
              <th scope="row" class="path">${problem.path}</th>
              <td>${problem.number}</td>
              <td>${problem.activity}</td>
              <td class="what">${inline(problemSentence(problem))}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}
