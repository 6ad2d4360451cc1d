import type { Session } from "../session.ts";
import type { State } from "../state.ts";
import { when, words } from "../words.ts";
import { Preview } from "./Preview.tsx";

type Props = { readonly session: Session; readonly state: State; readonly linkBroken: boolean };

/** What must be known before going on: two texts, a link's case, a storage that does not keep. */
export function Notices({ session, state, linkBroken }: Props) {
  return (
    <div class="px-notices">
      {state.saving !== "written" && (
        <p class="px-notice attention" role="alert" data-notice="storage">
          {state.saving === "full" ? words.full : words.refused}
        </p>
      )}
      {state.damages > 0 && (
        <p class="px-notice attention" data-notice="damaged">
          {words.damaged(state.damages)}
        </p>
      )}
      {linkBroken && (
        <p class="px-notice attention" data-notice="link-broken">
          {words.linkBroken}
        </p>
      )}
      {state.linked !== null && (
        <p class="px-notice" data-notice="link">
          {words.linked}{" "}
          <button type="button" class="px-link" data-action="drop-link" onClick={session.dropLinked}>
            {words.linkDrop}
          </button>
        </p>
      )}
      {state.others.length > 0 && <Versions session={session} state={state} />}
    </div>
  );
}

function Versions({ session, state }: Omit<Props, "linkBroken">) {
  return (
    <section class="px-notice attention" data-notice="versions" aria-label={words.othersTitle}>
      <p>
        <strong>{words.othersTitle}</strong>
      </p>
      <p>{words.others}</p>
      {state.others.map((other) => (
        <div key={`${other.writer} ${String(other.revision)}`} class="px-version">
          <Preview title={words.otherFrom(when(other.time, Date.now()))} text={other.text} />
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
      <button type="button" class="px-button" data-action="keep-mine" onClick={() => session.choose(null)}>
        {words.keepMine}
      </button>
      <p class="px-quiet">{words.givenUp}</p>
    </section>
  );
}
