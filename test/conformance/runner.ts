import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Report } from "./suite.ts";
import { isCompanion, notYetCovered, suiteOf } from "./suites.ts";

/** What came of one file. `broken`: the file is not what its name promises. */
export type FileResult = { readonly name: string } & (
  | { readonly kind: "run"; readonly report: Report }
  | { readonly kind: "not-yet-covered" }
  | { readonly kind: "unknown" }
  | { readonly kind: "broken"; readonly reason: string }
);

/** Runs every file under `folder`, in the order of their names; a README is no vector file. */
export function runFolder(folder: string): FileResult[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "README.md")
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((name) => !isCompanion(name))
    .sort()
    .map((name) => runFile(folder, name));
}

function runFile(folder: string, name: string): FileResult {
  const suite = suiteOf(name);
  if (suite === undefined) return { name, kind: isNotYetCovered(name) ? "not-yet-covered" : "unknown" };
  try {
    const text = readFileSync(join(folder, name), "utf8");
    const document: unknown = name.endsWith(".json") ? JSON.parse(text) : text;
    return { name, kind: "run", report: suite(document, dirname(join(folder, name))) };
  } catch (error) {
    return { name, kind: "broken", reason: error instanceof Error ? error.message : String(error) };
  }
}

const isNotYetCovered = (name: string): boolean =>
  notYetCovered.some((entry) => (entry.endsWith("/") ? name.startsWith(entry) : name === entry));

/** Whether a run is red because of this file. */
export const isFault = (result: FileResult): boolean =>
  result.kind === "unknown" ||
  result.kind === "broken" ||
  (result.kind === "run" && result.report.failures.length > 0);

/** One line a file, then its failures: input, expected, actual. */
export function printResult(result: FileResult): string {
  const name = result.name.replace(/\.json$/, "");
  switch (result.kind) {
    case "not-yet-covered":
      return `${name}: not yet covered`;
    case "unknown":
      return `${name}: unknown file`;
    case "broken":
      return `${name}: broken file: ${result.reason}`;
    case "run":
      return printReport(name, result.report);
  }
}

function printReport(name: string, { passed, notScored, failures, faulty }: Report): string {
  const notes = [
    ...(notScored > 0 ? [`${notScored} not scored by the oracle`] : []),
    ...[...new Set(faulty.map(({ authority }) => authority))].map(
      (authority) =>
        `${faulty.filter((f) => f.authority === authority).length} where the oracle is wrong: ${authority}`,
    ),
  ];
  const line = `${name}: ${passed} passed, ${failures.length} failed${notes.length > 0 ? ` (${notes.join("; ")})` : ""}`;
  const details = failures.flatMap(({ input, checks }) => [
    `  input    ${JSON.stringify(input)}`,
    ...checks.flatMap(({ what, expected, actual }) => [
      `  ${what}`,
      `    expected ${show(expected)}`,
      `    actual   ${show(actual)}`,
    ]),
  ]);
  return [line, ...details].join("\n");
}

/** As JSON; a value that JSON lacks (undefined, a bigint) by its own name. */
const show = (value: unknown): string =>
  value === undefined
    ? "undefined"
    : JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? `${part}n` : part));
