import type { EncodedValue } from "#course/exercise/value.ts";
import { valueView } from "#course/feedback/value-view.ts";
import { fr } from "#course/feedback/fr/index.ts";
import type { Facts } from "../facts.ts";
import type { State, Trial } from "../state.ts";
import { words } from "../words.ts";
import { Calls } from "./Calls.tsx";
import { Answers, AsText, Value } from "./CaseBlock.tsx";
import { Inline } from "./Inline.tsx";
import { Printed } from "./Printed.tsx";

/** An input that was run, and the example that it is, if it is one. */
export type Ran = {
  readonly input: readonly EncodedValue[];
  readonly example: Facts["examples"][number] | null;
};

type Props = {
  readonly trial: Trial;
  readonly ran: readonly Ran[];
  readonly state: State;
  readonly facts: Facts;
};

/** What the function answered, the expected answer beside it where somebody gave one. */
export function TrialResults({ trial, ran, state, facts }: Props) {
  const stale = trial.source !== state.text;
  return (
    <div class="px-trial-results" data-trial-results data-stale={stale ? "" : undefined}>
      {stale && <p class="px-stale">{words.trialStale}</p>}
      {trial.failure !== null && (
        <>
          <p class="px-headline">
            <span class="px-sign" aria-hidden="true">
              !
            </span>
            <Inline text={trial.failure.headline} />
          </p>
          {trial.failure.advice.map((advice) => (
            <p key={advice}>
              <Inline text={advice} />
            </p>
          ))}
        </>
      )}
      {trial.results.map((result, at) => (
        <Result
          key={at}
          result={result}
          example={ran[at]?.example ?? null}
          facts={facts}
          many={trial.results.length > 1}
        />
      ))}
    </div>
  );
}

type ResultProps = {
  readonly result: Trial["results"][number];
  readonly example: Ran["example"];
  readonly facts: Facts;
  readonly many: boolean;
};

function Result({ result: { view, actual }, example, facts, many }: ResultProps) {
  const expected =
    example === null ? null : valueView(words.expected, example.expected, facts.result, fr.values);
  return (
    <section class="px-result" data-result>
      {example !== null && (
        <p class="px-case-title">
          {many && <Inline text={facts.statement.cases[example.name] ?? example.name} />}
          <span class="px-same">
            {JSON.stringify(actual) === JSON.stringify(example.expected) ? words.same : words.other}
          </span>
        </p>
      )}
      {view.sentence !== null && (
        <p>
          <Inline text={view.sentence} />
        </p>
      )}
      {expected === null ? (
        view.actual !== null && <Value view={view.actual} />
      ) : many ? (
        <div class="px-answers">
          <AsText view={expected} />
          {view.actual !== null && <AsText view={view.actual} />}
        </div>
      ) : (
        <Answers expected={expected} actual={view.actual} />
      )}
      {view.calls !== null && <Calls view={view.calls} />}
      {view.printed !== null && <Printed printed={view.printed} />}
    </section>
  );
}
