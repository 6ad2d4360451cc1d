import { useState } from "preact/hooks";
import { answerTo } from "#course/activities/answers.ts";
import { Inline } from "../../exercise/ui/Inline.tsx";
import { words } from "../words.ts";
import { Feedback } from "./Feedback.tsx";
import type { PartProps } from "./part-props.ts";

/** One table and several questions about it, one at a time: the answer is the choice of rows. */
export function Rows({ session, state, part, base }: PartProps<"rows">) {
  const [at, setAt] = useState(0);
  const question = part.questions[at];
  if (question === undefined) return null;
  const value = answerTo(state.answers, part.id, question.id)?.value ?? [];
  const name = `${base}-${question.id}`;
  const several = question.several ?? false;
  const pick = (id: string, on: boolean): void => {
    const chosen = several
      ? part.rows.map((row) => row.id).filter((row) => (row === id ? on : value.includes(row)))
      : [id];
    session.answer(part.id, question.id, chosen);
  };
  return (
    <form
      class="pa-rows"
      data-question={question.id}
      onSubmit={(event) => {
        event.preventDefault();
        session.check(part.id, [question.id]);
      }}
    >
      <p class="pa-rows-question" id={`${name}-text`}>
        <span class="px-quiet">{words.question(at + 1, part.questions.length)}</span>
        <br />
        <Inline text={question.text} /> {several && <span class="px-quiet">{words.several}</span>}
      </p>
      <table class="pa-table" aria-labelledby={`${name}-text`} aria-describedby={`${name}-feedback`}>
        <thead>
          <tr>
            <td />
            {part.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {part.rows.map((row) => (
            <tr
              key={row.id}
              data-row={row.id}
              data-chosen={value.includes(row.id) ? "" : undefined}
              onClick={({ target }) => {
                if (!(target instanceof HTMLInputElement)) pick(row.id, !value.includes(row.id));
              }}
            >
              <td class="pa-table-choice">
                <input
                  type={several ? "checkbox" : "radio"}
                  name={name}
                  value={row.id}
                  aria-label={words.row(row.cells)}
                  checked={value.includes(row.id)}
                  onChange={({ currentTarget }) => pick(row.id, currentTarget.checked)}
                />
              </td>
              {row.cells.map((cell, column) => (
                <td key={part.columns[column]} data-label={part.columns[column]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="pa-buttons">
        <button type="submit" class="px-button" data-action="check">
          {words.check}
        </button>
        <button
          type="button"
          class="px-button"
          data-action="previous"
          aria-disabled={at === 0}
          onClick={() => setAt(Math.max(0, at - 1))}
        >
          {words.previous}
        </button>
        <button
          type="button"
          class="px-button"
          data-action="next"
          aria-disabled={at === part.questions.length - 1}
          onClick={() => setAt(Math.min(part.questions.length - 1, at + 1))}
        >
          {words.next}
        </button>
      </p>
      <div id={`${name}-feedback`}>
        <Feedback state={state} part={part} item={question.id} />
      </div>
    </form>
  );
}
