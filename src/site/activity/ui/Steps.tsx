import { useState } from "preact/hooks";
import { answerTo } from "#course/activities/answers.ts";
import { Inline } from "../../exercise/ui/Inline.tsx";
import { Drawing } from "../drawing/Drawing.tsx";
import { words } from "../words.ts";
import { ChoiceQuestion } from "./ChoiceQuestion.tsx";
import { Listing } from "./Listing.tsx";
import type { PartProps } from "./part-props.ts";

/** One step at a time, with the drawing; a step counts as seen once one has gone on from it. */
export function Steps({ session, state, part, base }: PartProps<"steps">) {
  const seen = answerTo(state.answers, part.id, "seen")?.value ?? [];
  const [at, setAt] = useState(() => {
    const first = part.steps.findIndex(({ id }) => !seen.includes(id));
    return first === -1 ? 0 : first;
  });
  const step = part.steps[at];
  if (step === undefined) return null;
  const last = part.steps.length - 1;
  const go = (to: number): void => {
    const next = part.steps[to];
    if (next === undefined) return;
    setAt(to);
    session.see(part.id, [step.id, ...(to === last ? [next.id] : [])]);
    session.say(`${words.step(to + 1, last + 1)}. ${next.title}. ${next.text}`);
  };
  return (
    <div class="pa-steps" data-step={step.id}>
      {part.figure !== undefined && <Drawing figure={part.figure} lit={step.lit ?? []} />}
      <div class="pa-step">
        <p class="pa-step-title">
          <span class="px-quiet">{words.step(at + 1, last + 1)}</span> {step.title}
        </p>
        <p>
          <Inline text={step.text} />
        </p>
        {step.listing !== undefined && <Listing text={step.listing} />}
        {step.question !== undefined && (
          <ChoiceQuestion
            key={step.id}
            session={session}
            state={state}
            part={part}
            base={base}
            question={step.question}
          />
        )}
      </div>
      <p class="pa-buttons">
        <button
          type="button"
          class="px-button"
          data-action="previous"
          aria-disabled={at === 0}
          onClick={() => go(at - 1)}
        >
          {words.previous}
        </button>
        <button
          type="button"
          class="px-button"
          data-action="next"
          aria-disabled={at === last}
          onClick={() => go(at + 1)}
        >
          {words.next}
        </button>
      </p>
    </div>
  );
}
