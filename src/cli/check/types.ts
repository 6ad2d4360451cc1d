import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "../typescript.cjs";
import type { RuledProblem } from "./report.ts";

/**
 * Type-checks the learner's kind of files of many folders in one program, with the options of
 * `graders/tsconfig.json` and the words of the course. Gives the problems by folder id.
 */
export function typeProblems(
  folders: readonly { readonly id: string; readonly directory: string }[],
  config: string,
  vocabulary: string,
): Map<string, RuledProblem[]> {
  const { options } = parseConfig(config);
  const files = folders.map(({ id, directory }) => ({ id, directory, paths: learnerFiles(directory) }));
  const host = ts.createCompilerHost(options);
  // Comments say nothing about types here, and the library is full of them.
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseNone;
  const program = ts.createProgram([vocabulary, ...files.flatMap(({ paths }) => paths)], options, host);
  const problemsOf = (directory: string, path: string): RuledProblem[] => {
    const source = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      (found) => ({
        rule: "types",
        problem: { code: "type-error", file: path.slice(directory.length + 1), ...describe(found) },
      }),
    );
  };
  return new Map(
    files.map(({ id, directory, paths }) => [id, paths.flatMap((path) => problemsOf(directory, path))]),
  );
}

function parseConfig(path: string): ts.ParsedCommandLine {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (found) => {
      throw new Error(ts.flattenDiagnosticMessageText(found.messageText, " "));
    },
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(path, {}, host);
  if (parsed === undefined) throw new Error(`no such file: ${path}`);
  return parsed;
}

/** `starter.ts`, `solution.ts` and all of `mistakes/`, as far as they are there. */
function learnerFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /^(starter|solution|mistakes\/[^/]+)\.ts$/.test(file))
    .sort()
    .map((file) => join(directory, file));
}

function describe({ file, start, messageText }: ts.Diagnostic): {
  line: number;
  column: number;
  detail: string;
} {
  const place = file?.getLineAndCharacterOfPosition(start ?? 0) ?? { line: 0, character: 0 };
  return {
    line: place.line + 1,
    column: place.character + 1,
    detail: ts.flattenDiagnosticMessageText(messageText, " "),
  };
}
