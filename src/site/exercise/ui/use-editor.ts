import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Editor, EditorKind, EditorOptions } from "../editor/editor.ts";
import { createSimpleEditor } from "../editor/simple.ts";
import type { Session } from "../session.ts";
import type { State } from "../state.ts";
import { words } from "../words.ts";
import { goToRequests } from "./go-to.ts";

type What = { readonly id: string; readonly number: string; readonly kind: EditorKind };
type Made = { readonly editor: Editor | null; readonly loading: boolean; readonly failed: boolean };

/** Makes the editor in `host`, of the wanted kind, and keeps it and the session in step. */
export function useEditor(host: RefObject<HTMLElement>, session: Session, state: State, what: What): Made {
  const { id, number, kind } = what;
  const [made, setMade] = useState<Made>({ editor: null, loading: true, failed: false });
  const current = useRef<Editor | null>(null);

  useEffect(() => {
    let wanted = true;
    const inner = document.createElement("div");
    inner.className = "px-inner";
    host.current?.append(inner);
    const options = (): EditorOptions => ({
      host: inner,
      exercise: id,
      text: session.state().text,
      label: words.editorLabel(number),
      changed: (text) => session.type(text),
      evaluate: () => void session.grade(),
    });
    const show = (editor: Editor, failed: boolean): void => {
      current.current = editor;
      setMade({ editor, loading: false, failed });
      editor.focus();
    };
    setMade((before) => ({ ...before, editor: null, loading: true }));
    if (kind === "simple") show(createSimpleEditor(options()), false);
    else
      void import("../editor/monaco.ts").then(
        ({ createMonacoEditor }) => wanted && show(createMonacoEditor(options()), false),
        () => wanted && show(createSimpleEditor(options()), true),
      );
    return () => {
      wanted = false;
      current.current?.dispose();
      current.current = null;
      inner.remove();
    };
  }, [kind, session]);

  // The session's text, not the one of this drawing: keys typed since must not be taken back.
  useEffect(() => made.editor?.setText(session.state().text), [made.editor, state.text]);

  const { shown } = state;
  const fresh = shown !== null && shown.source === state.text;
  const at = fresh ? shown.view.at : null;
  useEffect(() => made.editor?.mark(at, shown?.view.headline ?? ""), [made.editor, at]);
  useEffect(() => goToRequests(session, (place) => made.editor?.goTo(place)), [made.editor, session]);
  return made;
}
