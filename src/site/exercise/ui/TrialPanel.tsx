import { useState } from "preact/hooks";
import type { EncodedValue } from "#course/exercise/value.ts";
import type { Facts } from "../facts.ts";
import { formatInput, parseInput } from "../inputs.ts";
import type { Session } from "../session.ts";
import type { State } from "../state.ts";
import { words } from "../words.ts";
import { TrialFields } from "./TrialFields.tsx";
import { TrialResults, type Ran } from "./TrialResults.tsx";

type Props = { readonly session: Session; readonly state: State; readonly facts: Facts };

/** « Essayer »: an example or an input of one's own, then what the function answers. */
export function TrialPanel({ session, state, facts }: Props) {
  const [chosen, setChosen] = useState(0);
  const [texts, setTexts] = useState(() => textsOf(facts, 0));
  const [ran, setRan] = useState<readonly Ran[]>([]);
  const typed = facts.parameters.map(({ shape }, at) => parseInput(texts[at] ?? "", shape));
  const values = typed.flatMap((one) => (one.ok ? [one.value] : []));
  const readable = values.length === typed.length;

  const run = (inputs: readonly (readonly EncodedValue[])[]): void => {
    setRan(inputs.map((input) => ({ input, example: exampleOf(facts, input) })));
    void session.tryOut(inputs);
  };
  return (
    <form
      class="px-trial"
      onSubmit={(event) => {
        event.preventDefault();
        if (readable) run([values]);
      }}
    >
      {facts.examples.length > 0 && (
        <label class="px-field">
          {words.example}
          <select
            data-trial="example"
            value={String(chosen)}
            onChange={({ currentTarget }) => {
              const at = Number(currentTarget.value);
              setChosen(at);
              if (at >= 0) setTexts(textsOf(facts, at));
            }}
          >
            {facts.examples.map(({ name }, at) => (
              <option key={name} value={String(at)}>
                {facts.statement.cases[name] ?? name}
              </option>
            ))}
            <option value="-1">{words.ownInput}</option>
          </select>
        </label>
      )}
      <TrialFields
        parameters={facts.parameters}
        texts={texts}
        typed={typed}
        changed={(next) => {
          setTexts(next);
          setChosen(-1);
        }}
      />
      <p class="px-trial-run">
        <button type="submit" class="px-button" data-action="run-trial" aria-disabled={!readable}>
          {words.run}
        </button>
        {facts.examples.length > 1 && (
          <button
            type="button"
            class="px-link"
            data-action="run-examples"
            onClick={() => run(facts.examples.map(({ args }) => args).slice(0, 20))}
          >
            {words.runAll}
          </button>
        )}
      </p>
      {state.trial !== null && <TrialResults trial={state.trial} ran={ran} state={state} facts={facts} />}
    </form>
  );
}

/** The example's values as texts; without any example, empty fields. */
const textsOf = (facts: Facts, at: number): readonly string[] =>
  facts.parameters.map(({ shape }, parameter) => {
    const value = facts.examples[at]?.args[parameter];
    return value === undefined ? "" : formatInput(value, shape);
  });

const exampleOf = (facts: Facts, input: readonly EncodedValue[]): Facts["examples"][number] | null =>
  facts.examples.find(({ args }) => JSON.stringify(args) === JSON.stringify(input)) ?? null;
