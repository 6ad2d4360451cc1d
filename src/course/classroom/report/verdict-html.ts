import type { StagesView, VerdictView } from "../../feedback/view.ts";
import { caseHtml } from "./case-html.ts";
import { html, inline, type Content } from "./html.ts";

const signs = { right: "✓", wrong: "✗", attention: "!" } as const;
const tones = { right: "Réussi", wrong: "À revoir", attention: "À noter" } as const;
const stageSigns = { passed: "✓", failed: "✗", "not-reached": "·" } as const;

/** A verdict with the site's words in the site's order: what happened, why, what to do, the case, what was printed. */
export const verdictHtml = (view: VerdictView): Content => [
  html`<p class="headline">
    <span class="sign ${view.tone}" aria-hidden="true">${signs[view.tone]}</span>
    <span class="visually-hidden">${tones[view.tone]} : </span><strong>${inline(view.headline)}</strong>
  </p> `,
  view.mistake === null
    ? null
    : html`<p>
        ${view.mistake.title === null ? null : [inline(view.mistake.title), " "]}${inline(view.mistake.message)}
      </p> `,
  view.advice.map((advice) => html`<p>${inline(advice)}</p> `),
  view.stages === null ? null : stagesHtml(view.stages),
  view.case === null ? null : caseHtml(view.case),
  view.printed === null ? null : printedHtml(view.printed),
  html`<p class="quiet">${view.footer}</p> `,
];

const stagesHtml = ({ list, total }: StagesView): Content =>
  html`<ol class="stages">
      ${list.map(
        ({ outcome, text, result }) =>
          html`<li>
            <span
              class="sign ${outcome === "passed" ? "right" : outcome === "failed" ? "wrong" : "quiet"}"
              aria-hidden="true"
              >${stageSigns[outcome]}</span
            >
            ${inline(text)} <span class="quiet">(${result})</span>
          </li> `,
      )}
    </ol>
    <p class="quiet">${total}</p> `;

const printedHtml = ({ text, cutNote }: NonNullable<VerdictView["printed"]>): Content =>
  html`<p class="quiet">Ce que la fonction a écrit :</p>
    <pre><samp>${text}</samp></pre>
    ${cutNote === null ? null : html`<p class="quiet">${cutNote}</p>`} `;
