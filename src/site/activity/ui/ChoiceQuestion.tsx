import { answerTo } from "#course/activities/answers.ts";
import type { Question } from "#course/activities/parts.ts";
import { Inline } from "../../exercise/ui/Inline.tsx";
import { Drawing } from "../drawing/Drawing.tsx";
import { words } from "../words.ts";
import { Feedback } from "./Feedback.tsx";
import { Listing } from "./Listing.tsx";
import type { PartProps } from "./part-props.ts";

type Props = PartProps<"quiz" | "steps"> & { readonly question: Question };

/** One question: radio buttons or boxes, a button, what the answer is worth. Return in a choice checks too. */
export function ChoiceQuestion({ session, state, part, base, question }: Props) {
  const value = answerTo(state.answers, part.id, question.id)?.value ?? [];
  const name = `${base}-${question.id}`;
  const pick = (id: string, on: boolean): void => {
    const chosen = question.several
      ? question.choices.map((one) => one.id).filter((one) => (one === id ? on : value.includes(one)))
      : [id];
    session.answer(part.id, question.id, chosen);
  };
  return (
    <form
      class="pa-question"
      data-question={question.id}
      onSubmit={(event) => {
        event.preventDefault();
        session.check(part.id, [question.id]);
      }}
    >
      <fieldset aria-describedby={`${name}-feedback`}>
        <legend>
          <Inline text={question.text} /> {question.several && <span class="px-quiet">{words.several}</span>}
        </legend>
        {question.figure !== undefined && <Drawing figure={question.figure} />}
        {question.listing !== undefined && <Listing text={question.listing} />}
        {question.choices.map((choice) => (
          <label key={choice.id} class="pa-choice">
            <input
              type={question.several ? "checkbox" : "radio"}
              name={name}
              value={choice.id}
              checked={value.includes(choice.id)}
              onChange={({ currentTarget }) => pick(choice.id, currentTarget.checked)}
            />
            <span>
              <Inline text={choice.text} />
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" class="px-button" data-action="check">
        {words.check}
      </button>
      <div id={`${name}-feedback`}>
        <Feedback state={state} part={part} item={question.id} />
      </div>
    </form>
  );
}
