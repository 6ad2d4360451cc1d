import { noAnswers, readAnswers, type Answers } from "#course/activities/answers.ts";
import { Ask } from "../../exercise/ui/Ask.tsx";
import { when } from "../../exercise/words.ts";
import type { ActivitySession, ActivityState } from "../session.ts";
import { words } from "../words.ts";

type Props = { readonly session: ActivitySession; readonly state: ActivityState };

/** Below the parts: beginning again, and the answers given up. */
export function Below({ session, state }: Props) {
  const begun = count(state.answers) > 0;
  return (
    <div class="pa-below">
      <p class="px-more">
        <span class="px-quiet">{words.saved}</span>
        {begun && (
          <Ask
            hook="restart"
            label={words.restart}
            question={words.restartAsk}
            act={() => session.replace(noAnswers, words.restarted)}
          />
        )}
      </p>
      {state.earlier.length > 0 && (
        <details class="px-preview" data-earlier>
          <summary>{words.earlier(state.earlier.length)}</summary>
          <ul>
            {state.earlier.map((one) => {
              const answers = readAnswers(one.text) ?? noAnswers;
              return (
                <li key={`${String(one.time)} ${one.text}`}>
                  {words.earlierFrom(when(one.time, Date.now()), count(answers))}{" "}
                  <button
                    type="button"
                    class="px-link"
                    data-action="recover"
                    onClick={() => session.replace(answers, words.recovered)}
                  >
                    {words.recover}
                  </button>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </div>
  );
}

const count = ({ parts }: Answers): number =>
  Object.values(parts).reduce((sum, items) => sum + Object.keys(items).length, 0);
