import { ChoiceQuestion } from "./ChoiceQuestion.tsx";
import type { PartProps } from "./part-props.ts";

/** Questions one under the other, each checked by itself. */
export function Quiz({ part, ...rest }: PartProps<"quiz">) {
  return (
    <ol class="pa-questions">
      {part.questions.map((question) => (
        <li key={question.id}>
          <ChoiceQuestion part={part} question={question} {...rest} />
        </li>
      ))}
    </ol>
  );
}
