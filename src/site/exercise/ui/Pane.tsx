import { useEffect, useRef, useState } from "preact/hooks";
import type { EditorKind } from "../editor/editor.ts";
import type { Session } from "../session.ts";
import type { State } from "../state.ts";
import { words } from "../words.ts";
import { Foot } from "./Foot.tsx";
import { Notices } from "./Notices.tsx";
import { useEditor } from "./use-editor.ts";
import { useSession } from "./use-session.ts";

export type PaneProps = {
  readonly session: Session;
  readonly id: string;
  readonly number: string;
  readonly entry: string;
  readonly kind: EditorKind;
  /** Whether the full editor is to be had on this device. */
  readonly fits: boolean;
  readonly linkBroken: boolean;
  /** The learner chose the other editor, for all exercises. */
  readonly chosen: (kind: EditorKind) => void;
};

/** The editor with what stands above and below it. */
export function Pane(props: PaneProps) {
  const { session, number, entry, fits } = props;
  const state = useSession(session);
  const [kind, setKind] = useState(props.kind);
  const [tabLeaves, setTabLeaves] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const { editor, loading, failed } = useEditor(host, session, state, { ...props, kind });
  useEffect(() => editor?.setTabLeaves(tabLeaves), [editor, tabLeaves]);
  const shownKind = failed ? "simple" : kind;
  return (
    <div class="px-pane" data-editor={shownKind} data-ready={editor === null ? undefined : ""}>
      <Notices session={session} state={state} linkBroken={props.linkBroken} />
      <p class="exercise-file">{entry}.ts</p>
      <div class="px-host" ref={host} aria-busy={loading}>
        {loading && <p class="px-quiet">{words.loading}</p>}
      </div>
      <pre class="px-print">
        <code>{state.text}</code>
      </pre>
      <Foot
        state={state}
        kind={shownKind}
        failed={failed}
        other={fits && !failed}
        tabLeaves={tabLeaves}
        setTabLeaves={setTabLeaves}
        choose={(next) => {
          setKind(next);
          props.chosen(next);
        }}
      />
      <RunButtons session={session} state={state} number={number} />
      <p class="visually-hidden" role="status" data-says>
        {state.says}
      </p>
    </div>
  );
}

function RunButtons({ session, state, number }: { session: Session; state: State; number: string }) {
  const run = useRef<HTMLButtonElement>(null);
  const busy = state.running !== null;
  return (
    <div class="px-run" role="group" aria-label={words.runGroup(number)}>
      <button
        ref={run}
        type="button"
        class="px-button primary"
        data-action="grade"
        aria-disabled={busy}
        aria-keyshortcuts="Control+Enter"
        onClick={() => void session.grade()}
      >
        {words.grade}
      </button>
      <kbd class="px-keys" aria-hidden="true">
        {words.gradeKeys}
      </kbd>
      <button
        type="button"
        class="px-button"
        data-action="try"
        onClick={({ currentTarget }) => {
          session.show("trial");
          // The form stands in the panel; whoever asked for it by keyboard goes there.
          requestAnimationFrame(() =>
            currentTarget.closest("prip-exercise")?.querySelector<HTMLElement>("[data-trial]")?.focus(),
          );
        }}
      >
        {words.tryOut}
      </button>
      <button
        type="button"
        class="px-button px-stop"
        data-action="stop"
        data-busy={busy ? "" : undefined}
        onClick={() => {
          session.stop();
          run.current?.focus();
        }}
      >
        {words.stop}
      </button>
    </div>
  );
}
