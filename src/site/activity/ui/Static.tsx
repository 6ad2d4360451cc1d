import { itemsOf } from "#course/activities/items.ts";
import type { Part, PartOf } from "#course/activities/parts.ts";
import { Inline } from "../../exercise/ui/Inline.tsx";
import { Drawing } from "../drawing/Drawing.tsx";
import { shuffled } from "../shuffled.ts";
import { GivenTables } from "./GivenTables.tsx";
import { Listing } from "./Listing.tsx";
import { Fold, StaticQuestion } from "./StaticQuestion.tsx";

/** A part as it reads and prints without script: questions with folded answers, lists, tables, the drawing. */
export function Static({ part, base }: { readonly part: Part; readonly base: string }) {
  switch (part.kind) {
    case "quiz":
      return (
        <ol class="pa-questions">
          {part.questions.map((question) => (
            <li key={question.id}>
              <StaticQuestion question={question} />
            </li>
          ))}
        </ol>
      );
    case "ordering": {
      const textOf = (id: string): string => part.items.find((item) => item.id === id)?.text ?? id;
      return (
        <>
          <ul>
            {shuffled(
              part.items.map(({ id }) => id),
              base,
            ).map((id) => (
              <li key={id}>
                <Inline text={textOf(id)} />
              </li>
            ))}
          </ul>
          <Fold>
            <ol>
              {part.items.map(({ id, text }) => (
                <li key={id}>
                  <Inline text={text} />
                </li>
              ))}
            </ol>
            <p>
              <Inline text={part.good} />
            </p>
          </Fold>
        </>
      );
    }
    case "matching":
      return (
        <>
          <p>{part.options.map(({ text }) => text.replaceAll("`", "")).join(" · ")}</p>
          <ol class="pa-questions">
            {part.places.map((place) => (
              <li key={place.id}>
                <p>
                  <Inline text={place.text} />
                </p>
                {"listing" in place && place.listing !== undefined && <Listing text={place.listing} />}
                <Fold>
                  <p>
                    <Inline text={place.good} />
                  </p>
                </Fold>
              </li>
            ))}
          </ol>
        </>
      );
    case "rows":
      return <StaticRows part={part} />;
    case "steps":
      return (
        <>
          {part.figure !== undefined && <Drawing figure={part.figure} />}
          <ol class="pa-questions">
            {part.steps.map((step) => (
              <li key={step.id}>
                <p>
                  <strong>{step.title}.</strong> <Inline text={step.text} />
                </p>
                {step.listing !== undefined && <Listing text={step.listing} />}
                {step.question !== undefined && <StaticQuestion question={step.question} />}
              </li>
            ))}
          </ol>
        </>
      );
    case "tables":
      return (
        <>
          {part.figure !== undefined && <Drawing figure={part.figure} />}
          <GivenTables nodes={part.given} />
          <Fold>
            <GivenTables nodes={part.fill.map(({ node }) => node)} />
            <p>
              <Inline text={part.good} />
            </p>
          </Fold>
        </>
      );
  }
}

function StaticRows({ part }: { readonly part: PartOf<"rows"> }) {
  return (
    <>
      <table class="pa-table">
        <thead>
          <tr>
            {part.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {part.rows.map((row) => (
            <tr key={row.id}>
              {row.cells.map((cell, at) => (
                <td key={part.columns[at]} data-label={part.columns[at]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ol class="pa-questions">
        {itemsOf(part).map((item) => (
          <li key={item.id}>
            {item.kind === "choice" && (
              <>
                <p>
                  <Inline text={item.text} />
                </p>
                <Fold>
                  <p>
                    <Inline text={item.good} />
                  </p>
                </Fold>
              </>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
