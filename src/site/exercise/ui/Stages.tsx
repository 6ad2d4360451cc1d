import type { StagesView } from "#course/feedback/view.ts";
import { Inline } from "./Inline.tsx";

const signs = { passed: "✓", failed: "✗", "not-reached": "·" } as const;

/** The stages of a large exercise, with what became of each. */
export function Stages({ view }: { readonly view: StagesView }) {
  return (
    <div class="px-stages" data-stages>
      <ol>
        {view.list.map(({ outcome, text, result }) => (
          <li key={text} data-stage={outcome}>
            <span class="px-stage-sign" aria-hidden="true">
              {signs[outcome]}
            </span>
            <span>
              <Inline text={text} /> <span class="px-quiet">({result})</span>
            </span>
          </li>
        ))}
      </ol>
      <p class="px-quiet">{view.total}</p>
    </div>
  );
}
