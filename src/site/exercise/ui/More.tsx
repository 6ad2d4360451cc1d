import type { Facts } from "../facts.ts";
import type { Session } from "../session.ts";
import { when, words } from "../words.ts";
import { Ask } from "./Ask.tsx";
import { Preview } from "./Preview.tsx";
import { useSession } from "./use-session.ts";

/** Below the work: hints one at a time, beginning again, a solution, the texts given up. */
export function More({ session, facts }: { readonly session: Session; readonly facts: Facts }) {
  const state = useSession(session);
  const all = facts.statement.hints.length;
  return (
    <>
      <div class="px-more">
        <button
          type="button"
          class="px-link"
          data-action="hint"
          aria-disabled={state.hints >= all}
          onClick={() => {
            if (state.hints < all) session.nextHint();
          }}
        >
          {words.hint(state.hints, all)}
        </button>
        <Ask
          hook="restart"
          label={words.restart}
          question={words.restartAsk}
          act={() => session.replace(facts.starter)}
        />
        <Ask
          hook="solution"
          label={state.solution ? words.solutionHide : words.solution}
          question={state.solution || state.passed || state.solutionSeen ? null : words.solutionAsk}
          act={() => session.solution(!state.solution)}
        />
      </div>
      {state.earlier.length > 0 && (
        <details class="px-preview" data-earlier>
          <summary>{words.earlier(state.earlier.length)}</summary>
          {state.earlier.map((one) => (
            <div key={`${String(one.time)} ${one.text}`} class="px-version">
              <Preview title={words.earlierFrom(when(one.time, Date.now()))} text={one.text} />
              <button
                type="button"
                class="px-link"
                data-action="recover"
                onClick={() => session.replace(one.text)}
              >
                {words.recover}
              </button>
            </div>
          ))}
        </details>
      )}
    </>
  );
}
