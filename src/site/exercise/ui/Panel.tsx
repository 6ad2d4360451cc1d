import type { Facts } from "../facts.ts";
import type { Session } from "../session.ts";
import { words } from "../words.ts";
import { TrialPanel } from "./TrialPanel.tsx";
import { useSession } from "./use-session.ts";
import { VerdictBody } from "./VerdictBody.tsx";

export type PanelProps = {
  readonly session: Session;
  readonly facts: Facts;
  /** The address of the exercise's own page. */
  readonly href: string;
  /** The part `after` of the page, shown in the verdict once the exercise is passed. */
  readonly after: HTMLElement | null;
};

/** The panel beside the editor: the verdict, or a trial. It keeps its place and its size. */
export function Panel({ session, facts, href, after }: PanelProps) {
  const state = useSession(session);
  const tab = (panel: typeof state.panel, label: string) => (
    <button
      type="button"
      class="px-tab"
      data-action={`show-${panel}`}
      aria-pressed={state.panel === panel}
      onClick={() => session.show(panel)}
    >
      {label}
    </button>
  );
  return (
    <section class="px-panel" aria-label={words.panelLabel(facts.number)} aria-busy={state.running !== null}>
      <div class="px-tabs">
        {tab("verdict", words.verdict)}
        {tab("trial", words.trial)}
        {state.running !== null && (
          <span class="px-running">{state.running === "grade" ? words.grading : words.trying}</span>
        )}
      </div>
      <div
        class="px-body"
        tabIndex={0}
        role="group"
        aria-label={state.panel === "verdict" ? words.verdict : words.trial}
      >
        {state.stopped && state.panel === "verdict" && (
          <p class="px-stale" data-notice="stopped">
            {words.stopped}
          </p>
        )}
        {state.panel === "trial" ? (
          <TrialPanel session={session} state={state} facts={facts} />
        ) : state.shown === null ? (
          <p class="px-quiet">{words.waiting}</p>
        ) : (
          <VerdictBody
            session={session}
            shown={state.shown}
            state={state}
            facts={facts}
            href={href}
            after={after}
          />
        )}
      </div>
    </section>
  );
}
