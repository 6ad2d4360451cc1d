import type { EditorKind } from "../editor/editor.ts";
import type { State } from "../state.ts";
import { when, words } from "../words.ts";

type Props = {
  readonly state: State;
  readonly kind: EditorKind;
  /** The full editor could not be loaded. */
  readonly failed: boolean;
  /** Whether the other editor can be chosen here. */
  readonly other: boolean;
  readonly tabLeaves: boolean;
  readonly setTabLeaves: (leaves: boolean) => void;
  readonly choose: (kind: EditorKind) => void;
};

/** Under the editor: whether the text is stored, how to get out by keyboard, the other editor. */
export function Foot({ state, kind, failed, other, tabLeaves, setTabLeaves, choose }: Props) {
  const next = kind === "full" ? "simple" : "full";
  return (
    <div class="px-foot">
      <p>
        <span data-saved={state.saving}>{savedText(state)}</span>
        {other && (
          <button type="button" class="px-link" data-action="switch-editor" onClick={() => choose(next)}>
            {next === "simple" ? words.toSimple : words.toFull}
          </button>
        )}
      </p>
      {failed && <p>{words.editorFailed}</p>}
      {kind === "full" && (
        <p>
          <span>{words.tabLeaves}</span>
          <button
            type="button"
            class="px-link"
            data-action="tab-mode"
            aria-pressed={tabLeaves}
            onClick={() => setTabLeaves(!tabLeaves)}
          >
            {words.tabMode}
          </button>
        </p>
      )}
    </div>
  );
}

const savedText = ({ saving, savedAt }: State): string => {
  if (saving !== "written") return words.unsaved;
  return savedAt === null ? words.untouched : words.saved(when(savedAt, Date.now()));
};
