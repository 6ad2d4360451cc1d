import { render } from "preact";
import { decodeCase } from "#course/exercise/case-link.ts";
import { chooseEditor, editorChoice } from "#course/progress/preferences.ts";
import { parseJson } from "#course/progress/records.ts";
import { createGradingClient, type GradingClient } from "#worker/client.ts";
import { spawnWebWorker } from "#worker/client-web.ts";
import { editorKind, fullEditorFits } from "./editor/choose.ts";
import type { EditorKind } from "./editor/editor.ts";
import { factsSchema } from "./facts.ts";
import { pageRecords } from "./page-records.ts";
import { progressChanged } from "./progress-changed.ts";
import { createSession } from "./session.ts";
import { partsOf, showParts } from "./static-parts.ts";
import { More } from "./ui/More.tsx";
import { Pane } from "./ui/Pane.tsx";
import { Panel } from "./ui/Panel.tsx";

let client: GradingClient | null = null;

export type OpenOptions = {
  /** The editor that was asked for; null: the learner's usual one. */
  readonly editor: EditorKind | null;
  /** The code behind `#cas=`, if the page was opened by such a link. */
  readonly caseCode: string | null;
};

/** Puts editor, verdict and the rest into the places of the static page. Throws when the page is not as agreed. */
export function openExercise(element: HTMLElement, { editor, caseCode }: OpenOptions): void {
  const parts = partsOf(element);
  const { editor: left, verdict: right, actions: below } = parts;
  if (left === null || right === null || below === null) throw new Error("parts are missing");
  const facts = factsSchema.parse(
    parseJson(element.querySelector('script[data-part="facts"]')?.textContent ?? ""),
  );
  const records = pageRecords();
  client ??= createGradingClient(spawnWebWorker);
  client.warm();
  const linked = caseCode === null ? null : decodeCase(caseCode);
  const stopwatch = (): number => performance.now();
  const session = createSession({ facts, records, client, stopwatch, linked });
  const chosen = (kind: EditorKind): void => void chooseEditor(records, kind);
  if (editor !== null) chosen(editor);
  const fits = fullEditorFits(window);
  const href = element.querySelector<HTMLAnchorElement>('[data-part="header"] a')?.href ?? location.href;
  const { id, number, entry } = facts;

  left.replaceChildren();
  render(
    <Pane
      session={session}
      id={id}
      number={number}
      entry={entry}
      kind={editorKind(editor ?? editorChoice(records), fits)}
      fits={fits}
      linkBroken={caseCode !== null && linked === null}
      chosen={chosen}
    />,
    left,
  );
  render(<Panel session={session} facts={facts} href={href} after={parts.after} />, right);
  render(<More session={session} facts={facts} />, below);
  right.hidden = false;
  below.hidden = false;
  element.dataset["open"] = "";
  let done = "";
  const show = (): void => {
    const state = session.state();
    showParts(parts, state);
    const now = `${String(state.passed)} ${String(state.savedAt === null)}`;
    if (done !== now) document.dispatchEvent(new Event(progressChanged));
    done = now;
  };
  show();
  session.subscribe(show);
}
