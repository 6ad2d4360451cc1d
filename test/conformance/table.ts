import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { z } from "zod";
import type { FileResult } from "./runner.ts";
import type { Report } from "./suite.ts";
import { notYetCovered, suites } from "./suites.ts";
import { topics, type Topic } from "./topics.ts";
import { upstreamTopics } from "./upstream.ts";

/** The parts of the README that the run writes, each between its two marks. */
type Part = "conformance" | "upstream";

/**
 * The text of the README at `path` with these parts put in: `conformance`, which every clone can check, and `upstream`,
 * which only a run with other projects' files writes and checks. Throws where a mark is missing.
 */
export async function readmeWith(path: string, parts: Readonly<Partial<Record<Part, string>>>) {
  let text = readFileSync(path, "utf8");
  for (const [part, table] of Object.entries(parts)) {
    const [start, end] = [`<!-- ${part}:start -->`, `<!-- ${part}:end -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from === -1 || to < from) throw new Error(`the README lacks ${start} … ${end}`);
    text = text.slice(0, from) + [start, "", table, "", ""].join("\n") + text.slice(to);
  }
  const config = await resolveConfig(path);
  return format(text, { ...config, parser: "markdown" });
}

/** A row for each topic that was run, in Markdown, and what no suite runs yet. */
export function conformanceTable(folder: string, results: readonly FileResult[]): string {
  const oracles = (names: readonly string[]): string =>
    [...new Set(names.flatMap((name) => oraclesOf(folder, name)))].join(", ");
  return [
    "| protocol or topic | oracles | passed | masked or set aside |",
    "| --- | --- | ---: | --- |",
    ...topics.flatMap((topic) => rowOf(topic, results, oracles)),
    "",
    `Not yet covered: ${notYetCovered.map((name) => `\`${name}\``).join(", ") || "nothing"}.`,
  ].join("\n");
}

/** The same of other projects' files. */
export const upstreamTable = (results: readonly FileResult[]): string =>
  [
    "| other projects' files | from | passed | masked or set aside |",
    "| --- | --- | ---: | --- |",
    ...upstreamTopics.flatMap((topic) => rowOf(topic, results, () => topic.from)),
  ].join("\n");

function rowOf(
  { title, files, masked }: Topic,
  results: readonly FileResult[],
  source: (names: readonly string[]) => string,
): string[] {
  const run = results.filter(({ name }) => files.some((file) => holds(file, name)));
  const reports = run.flatMap((result) => (result.kind === "run" ? [result.report] : []));
  if (reports.length === 0) return [];
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const asides = [...masked, ...notes(reports)].join("; ") || "nothing";
  return [`| ${title} | ${source(run.map(({ name }) => name))} | ${passed} | ${asides} |`];
}

/** Whether a topic's file is `name`, or its folder, which ends in `/`, holds `name` and no suite is made for that. */
export const holds = (file: string, name: string): boolean =>
  file.endsWith("/") ? name.startsWith(file) && !(name in suites) : name === file;

function notes(reports: readonly Report[]): string[] {
  const notScored = reports.reduce((sum, report) => sum + report.notScored, 0);
  const authorities = reports.flatMap(({ faulty }) => faulty.map(({ authority }) => authority));
  return [
    ...(notScored > 0 ? [`${notScored} vectors on which the oracles give no verdict`] : []),
    ...[...new Set(authorities)].map((authority) => {
      const count = authorities.filter((one) => one === authority).length;
      return `${count} where the oracle is wrong: ${authority}`;
    }),
  ];
}

const meta = z.object({ meta: z.object({ oracles: z.record(z.string(), z.string()) }) });

const properNames: Readonly<Record<string, string>> = {
  cpython: "CPython",
  crc: "zlib's CRC-32",
  go: "Go",
  kernel: "Linux",
  node: "Node",
  registry: "IANA registries",
};

/** As the file itself names them, each with its version; those of the captures stand in their manifest. */
function oraclesOf(folder: string, name: string): string[] {
  const file = name.startsWith("captures/") ? "captures/manifest.json" : name;
  const { oracles } = meta.parse(JSON.parse(readFileSync(join(folder, file), "utf8"))).meta;
  return Object.entries(oracles).map(([oracle, about]) => {
    const [version] = /\d+(\.\d+)+/.exec(about) ?? [];
    const called = properNames[oracle] ?? oracle;
    return version === undefined || oracle === "registry" ? called : `${called} ${version}`;
  });
}
