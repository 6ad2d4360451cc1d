import { readAnswers, answerTo, noAnswers, type Answers } from "#course/activities/answers.ts";
import { itemsOf } from "#course/activities/items.ts";
import { when } from "../../exercise/words.ts";
import type { ActivityFacts } from "../facts.ts";
import type { ActivitySession, ActivityState } from "../session.ts";
import { words } from "../words.ts";

type Props = {
  readonly session: ActivitySession;
  readonly state: ActivityState;
  readonly facts: ActivityFacts;
};

/** What must be known before going on: answers from elsewhere, a storage that does not keep. */
export function Notices({ session, state, facts }: Props) {
  return (
    <>
      {state.saving !== "written" && (
        <p class="px-notice attention" role="alert" data-notice="storage">
          {state.saving === "full" ? words.full : words.refused}
        </p>
      )}
      {state.others.length > 0 && (
        <section class="px-notice attention" data-notice="versions" aria-label={words.othersTitle}>
          <p>
            <strong>{words.othersTitle}</strong>
          </p>
          <p>{words.others}</p>
          {state.others.map((other) => (
            <div key={`${other.writer} ${String(other.revision)}`} class="px-version">
              <p>{words.otherFrom(when(other.time, Date.now()))}</p>
              <Differences facts={facts} mine={state.answers} other={readAnswers(other.text) ?? noAnswers} />
              <button
                type="button"
                class="px-button"
                data-action="take-other"
                onClick={() => session.choose(other)}
              >
                {words.takeOther}
              </button>
            </div>
          ))}
          <button
            type="button"
            class="px-button"
            data-action="keep-mine"
            onClick={() => session.choose(null)}
          >
            {words.keepMine}
          </button>
        </section>
      )}
    </>
  );
}

type DifferencesProps = { readonly facts: ActivityFacts; readonly mine: Answers; readonly other: Answers };

/** The items that were answered otherwise, with both answers. */
function Differences({ facts, mine, other }: DifferencesProps) {
  const lines = facts.activity.parts.flatMap((part) =>
    itemsOf(part).flatMap((item) => {
      const [here, there] = [mine, other].map((answers) => said(answers, part.id, item.id));
      if (here === there) return [];
      return [{ key: `${part.id}/${item.id}`, title: `${part.title}, ${item.id}`, here, there }];
    }),
  );
  return (
    <ul>
      {lines.map(({ key, title, here, there }) => (
        <li key={key}>
          {title} : <code>{here}</code> → <code>{there}</code>
        </li>
      ))}
    </ul>
  );
}

function said(answers: Answers, part: string, item: string): string {
  const value = answerTo(answers, part, item)?.value.filter((one) => one !== "") ?? [];
  return value.length === 0 ? words.noAnswer : value.join(", ");
}
