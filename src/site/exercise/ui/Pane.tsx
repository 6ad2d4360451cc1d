import { useEffect, useRef, useState } from "preact/hooks";
import type { EditorKind } from "../editor/editor.ts";
import type { Session } from "../session.ts";
import type { State } from "../state.ts";
import { when, words } from "../words.ts";
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
      <p class="px-foot">
        <span data-saved={state.saving}>{savedText(state)}</span>
        {failed && <span>{words.editorFailed}</span>}
        {shownKind === "full" && <span>{words.tabLeaves}</span>}
        {shownKind === "full" && (
          <button
            type="button"
            class="px-link"
            data-action="tab-mode"
            aria-pressed={tabLeaves}
            onClick={() => setTabLeaves(!tabLeaves)}
          >
            {words.tabMode}
          </button>
        )}
        {fits && !failed && (
          <button
            type="button"
            class="px-link"
            data-action="switch-editor"
            onClick={() => {
              const next = kind === "full" ? "simple" : "full";
              setKind(next);
              props.chosen(next);
            }}
          >
            {kind === "full" ? words.toSimple : words.toFull}
          </button>
        )}
      </p>
      <RunButtons session={session} state={state} number={number} />
      <p class="visually-hidden" role="status" data-says>
        {state.says}
      </p>
    </div>
  );
}

const savedText = ({ saving, savedAt }: State): string => {
  if (saving !== "written") return words.unsaved;
  return savedAt === null ? words.untouched : words.saved(when(savedAt, Date.now()));
};

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
      <button type="button" class="px-button" data-action="try" onClick={() => session.show("trial")}>
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
