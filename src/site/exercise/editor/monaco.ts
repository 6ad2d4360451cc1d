import "./monaco-features.ts";
import {
  editor,
  KeyCode,
  KeyMod,
  MarkerSeverity,
  Uri,
  type IDisposable,
} from "monaco-editor/editor/editor.api.js";
import EditorWorker from "monaco-editor/editor/editor.worker.js?worker";
import {
  ModuleKind,
  ScriptTarget,
  typescriptDefaults,
} from "monaco-editor/languages/features/typescript/register.js";
import TypeScriptWorker from "monaco-editor/language/typescript/ts.worker.js?worker";
import vocabulary from "../../../course/exercise/vocabulary.d.ts?raw";
import consoleTypes from "../../../course/exercise/console.d.ts?raw";
import type { Editor, EditorOptions } from "./editor.ts";
import { followTheme } from "./theme.ts";

let ready = false;
let opened = 0;

/** Once a page: workers, compiler options (ES2023, no DOM, strict), the words of the course, colours. */
function prepare(): void {
  if (ready) return;
  ready = true;
  globalThis.MonacoEnvironment = {
    getWorker: (_, label) => (label === "typescript" ? new TypeScriptWorker() : new EditorWorker()),
  };
  typescriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    lib: ["lib.es2023.d.ts"],
    module: ModuleKind.ESNext,
    moduleDetection: 3, // force: two exercises never share a scope, exported or not
    strict: true,
    noEmit: true,
    allowNonTsExtensions: true,
  });
  typescriptDefaults.setDiagnosticsOptions({ noSuggestionDiagnostics: true });
  typescriptDefaults.setExtraLibs([
    { content: vocabulary, filePath: "file:///vocabulary.d.ts" },
    { content: consoleTypes, filePath: "file:///console.d.ts" },
  ]);
  followTheme();
}

/** Monaco on one exercise: a model of its own, types of the course, Échap then Tab to leave. */
export function createMonacoEditor({
  host,
  exercise,
  text,
  label,
  changed,
  evaluate,
}: EditorOptions): Editor {
  prepare();
  opened += 1;
  const uri = Uri.parse(`file:///${String(opened)}/${exercise}.ts`);
  const model = editor.createModel(text, "typescript", uri);
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  const style = getComputedStyle(host);
  const monaco = editor.create(host, {
    model,
    ariaLabel: label,
    automaticLayout: true,
    fontFamily: style.fontFamily,
    fontSize: Number.parseFloat(style.fontSize),
    fontLigatures: "'zero' 1, 'calt' 0",
    lineNumbersMinChars: 3,
    folding: false,
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    padding: { top: 10, bottom: 10 },
    renderLineHighlight: "none",
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false },
    quickSuggestions: { other: true, comments: false, strings: false },
    fixedOverflowWidgets: true,
    wordWrap: "on",
    wrappingIndent: "indent",
    unicodeHighlight: { ambiguousCharacters: false },
  });
  const marks = monaco.createDecorationsCollection();
  let tabLeaves = false;
  const setTab = (leaves: boolean): void => monaco.updateOptions({ tabFocusMode: leaves });

  const listeners: readonly IDisposable[] = [
    model.onDidChangeContent(() => changed(model.getValue())),
    // Échap alone closes a list or a bubble first; with nothing to close, Tab leaves until the focus comes back.
    monaco.onKeyDown((event) => {
      if (event.keyCode === KeyCode.Escape) setTab(true);
      else if (event.keyCode !== KeyCode.Tab && event.keyCode !== KeyCode.Shift) setTab(tabLeaves);
    }),
    monaco.onDidBlurEditorText(() => setTab(tabLeaves)),
  ];
  monaco.addAction({
    id: "prip-evaluate",
    label: "Évaluer",
    keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
    run: evaluate,
  });

  return {
    setText: (next) => {
      if (next === model.getValue()) return;
      // As an edit, so that Ctrl+Z takes it back.
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text: next }], () => null);
    },
    focus: () => monaco.focus(),
    mark: (at, message) => {
      if (at === null) {
        marks.clear();
        editor.setModelMarkers(model, "verdict", []);
        return;
      }
      const line = Math.min(at.line, model.getLineCount());
      const range = { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 };
      marks.set([{ range, options: { isWholeLine: true, className: "px-fault-line" } }]);
      const end = model.getLineMaxColumn(line);
      const place = { ...range, startColumn: Math.min(at.column, end), endColumn: end };
      editor.setModelMarkers(model, "verdict", [{ ...place, severity: MarkerSeverity.Error, message }]);
    },
    goTo: ({ line, column }) => {
      monaco.setPosition({ lineNumber: line, column });
      monaco.revealLineInCenterIfOutsideViewport(line);
      monaco.focus();
    },
    setTabLeaves: (leaves) => {
      tabLeaves = leaves;
      setTab(leaves);
    },
    dispose: () => {
      for (const listener of listeners) listener.dispose();
      monaco.dispose();
      model.dispose();
    },
  };
}
