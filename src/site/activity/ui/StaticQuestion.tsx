import type { ComponentChildren } from "preact";
import type { Question } from "#course/activities/parts.ts";
import { Inline } from "../../exercise/ui/Inline.tsx";
import { Drawing } from "../drawing/Drawing.tsx";
import { Listing } from "./Listing.tsx";

/** An answer, folded. */
export function Fold({ children }: { readonly children: ComponentChildren }) {
  return (
    <details class="pa-answer">
      <summary>Réponse</summary>
      {children}
    </details>
  );
}

/** A question as it reads: its choices, and folded, which is right and why. */
export function StaticQuestion({ question }: { readonly question: Question }) {
  return (
    <>
      <p>
        <Inline text={question.text} />
      </p>
      {question.figure !== undefined && <Drawing figure={question.figure} />}
      {question.listing !== undefined && <Listing text={question.listing} />}
      <ul>
        {question.choices.map(({ id, text }) => (
          <li key={id}>
            <Inline text={text} />
          </li>
        ))}
      </ul>
      <Fold>
        <ul>
          {question.choices.map(({ id, text, right, why }) => (
            <li key={id}>
              {right ? "✓ " : "✗ "}
              <Inline text={text} /> : <Inline text={why} />
            </li>
          ))}
        </ul>
      </Fold>
    </>
  );
}
