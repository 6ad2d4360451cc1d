import { z } from "zod";
import { specialPurposeRegistry, type SpecialPurpose } from "#net/wire/special-purpose.ts";
import { equalPrefixes, formatPrefix } from "#net/wire/prefix.ts";
import { prefix } from "../addresses.ts";
import { same, vectors, type Check, type Suite } from "../suite.ts";

/** IANA's special-purpose registries, row by row: as they publish them, and as JSON. */
const row = z.object({
  block: z.string(),
  name: z.string(),
  /** `[RFC791], Section 3.2`; several where a later RFC added to the row. */
  rfc: z.string(),
  globallyReachable: z.boolean().nullable(),
});
type Row = z.infer<typeof row>;

function rowChecks({ block, name, rfc, globallyReachable }: Row): Check[] {
  const ours = specialPurposeRegistry.find((one) => equalPrefixes(one.block, prefix(block)));
  return [
    same("name", name, ours?.name),
    same("globallyReachable", globallyReachable, ours?.globallyReachable),
    same("the RFC is one of the row's", true, rfc.includes(`[RFC${ours?.rfc}]`)),
  ];
}

/** And none of ours is missing there: what is left over fails as a row of its own. */
const registry =
  (
    read: (document: unknown) => readonly Row[],
    versions: readonly SpecialPurpose["block"]["version"][],
  ): Suite =>
  (document, folder) => {
    const rows = read(document);
    const blocks = rows.map(({ block }) => prefix(block));
    const extra = specialPurposeRegistry.filter(
      ({ block }) => versions.includes(block.version) && !blocks.some((one) => equalPrefixes(one, block)),
    );
    const report = vectors(row, rowChecks)({ meta: {}, vectors: rows }, folder);
    const failures = extra.map(({ block }) => ({
      input: { block: formatPrefix(block) },
      checks: [same("in the registry", true, false)],
    }));
    return { ...report, failures: [...report.failures, ...failures] };
  };

const json = (document: unknown): Row[] => z.object({ vectors: z.array(row) }).parse(document).vectors;

/** RFC 4180: a quoted field holds commas, line breaks and doubled quotes. */
function csv(document: unknown): Row[] {
  const text = z.string().parse(document);
  const fields = [...text.matchAll(/("(?:[^"]|"")*"|[^,\n]*)(,|\r?\n|$)/g)];
  const lines: string[][] = [[]];
  for (const [, field = "", end = ""] of fields) {
    lines.at(-1)?.push(field.replace(/^"|"$/g, "").replaceAll('""', '"'));
    if (end !== ",") lines.push([]);
  }
  const [header = [], ...rows] = lines.filter((line) => line.length > 1);
  const of = (line: string[], name: string): string => line[header.indexOf(name)] ?? "";
  return rows.flatMap((line) =>
    // Two blocks may share a line; `[2]` is a footnote.
    of(line, "Address Block")
      .split(", ")
      .map((block) => ({
        block: withoutNote(block),
        name: of(line, "Name").replaceAll('"', ""),
        rfc: of(line, "RFC"),
        globallyReachable: truth.get(withoutNote(of(line, "Globally Reachable"))) ?? null,
      })),
  );
}

const withoutNote = (text: string): string => text.replace(/ \[\d+\]$/, "");
const truth = new Map([
  ["True", true],
  ["False", false],
]);

export const iana: Readonly<Record<string, Suite>> = {
  "addr/iana-special-registry.json": registry(json, [4, 6]),
  "addr/iana-ipv4-special-registry.csv": registry(csv, [4]),
  "addr/iana-ipv6-special-registry.csv": registry(csv, [6]),
};
