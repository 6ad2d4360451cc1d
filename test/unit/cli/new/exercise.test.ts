import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { checkFolders } from "../../../../src/cli/check/check-folders.ts";
import { findFolders } from "../../../../src/cli/check/find-folders.ts";
import { sentenceFor } from "../../../../src/cli/check/sentences.fr.ts";
import { commandIn, root } from "./command.ts";

const { made, make } = commandIn("new-exercise");

const options = (title: string, signature: string) => [
  "--title",
  title,
  "--entry",
  "f",
  "--signature",
  signature,
];

/** Every kind of type, alone where an example of it is hard to refuse, together where it is easy. */
const signatures = [
  "(header: Bytes, ttl: number) => number",
  "(flag: boolean) => boolean",
  'send(ip: Ip, proto: "tcp" | "udp" | "icmp", mac: Mac): string',
  "(route: Route | null, tags: readonly string[]) => Route | null",
  "(table: Record<string, { mac: Mac; expires: number }>, cidr: Cidr) => Uint8Array",
  'export function f(fields: IPv4Fields, mtu?: number): IPv4Header | Fail<"too-long">'.replace("?", ""),
  "(size: 1 | 2 | 4, holds: number | null) => { size: number; ok: boolean; list: number[] }",
  '(cidr: Cidr, none: string | undefined) => "yes" | "no"',
];

describe("an exercise that was made", () => {
  let said: { id: string; problems: string[] }[] = [];

  beforeAll(async () => {
    for (const [i, signature] of signatures.entries()) {
      const result = await make([
        "exercise",
        `made/number-${i + 1}`,
        ...options(signature, signature),
        "--chapter",
        "2",
      ]);
      expect(result).toMatchObject({ code: 0, stderr: "" });
    }
    const reports = await checkFolders(root, findFolders(join(made, "graders")));
    said = reports.map(({ id, problems }) => ({
      id,
      problems: problems.map(({ problem }) => sentenceFor(problem)),
    }));
  }, 120_000);

  test.each(signatures.map((signature, i) => [signature, i + 1] as const))(
    "%s: passes the check as it is",
    (_, i) => {
      expect(said.find(({ id }) => id === `made/number-${i}`)).toEqual({
        id: `made/number-${i}`,
        problems: [],
      });
    },
  );
});

test("somebody at a terminal is asked, and asked again; Enter takes the function's name from the folder's", async () => {
  const { code, stdout } = await make(
    ["exercise", "asked/read-ttl"],
    ["Lire le TTL", "", "header => number", "(header: Bytes) => number", "4"],
  );
  expect(stdout).toContain("n'est pas une signature");
  expect(stdout).toContain("npm run check -- asked/read-ttl");
  expect(code).toBe(0);
  const text = readFileSync(join(made, "graders/asked/read-ttl/exercise.ts"), "utf8");
  expect(text).toContain('number: "04.1"');
  expect(text).toContain('entry: "readTtl"');
});

describe("an exercise that is refused", () => {
  const sound = options("Un titre", "(header: Bytes) => number");
  const inChapter = [...sound, "--chapter", "2"];
  test.each([
    ["a name without a topic", ["exercise", "Mon Exercice", ...inChapter], "ipv4/mon-exercice"],
    ["capitals and accents", ["exercise", "ipv4/Été_1", ...inChapter], "ipv4/ete-1"],
    ["a folder that exists", ["exercise", "asked/read-ttl", ...inChapter], "existe déjà"],
    ["a chapter that is none", ["exercise", "made/x", ...sound, "--chapter", "trois"], "de 1 à 18"],
    ["a number of another form", ["exercise", "made/x", ...sound, "--number", "3.1"], "03.9"],
    ["a number that is taken", ["exercise", "made/x", ...sound, "--number", "04.1"], "read-ttl"],
    ["no option and nobody to ask", ["exercise", "made/x"], "--title, --entry, --signature, --chapter"],
    [
      "a type without example",
      [
        "exercise",
        "made/x",
        "--title",
        "t",
        "--entry",
        "f",
        "--chapter",
        "2",
        "--signature",
        "(n: bigint) => number",
      ],
      "« bigint » n'est pas compris",
    ],
    [
      "a default value",
      [
        "exercise",
        "made/x",
        "--title",
        "t",
        "--entry",
        "f",
        "--chapter",
        "2",
        "--signature",
        "(n = 3) => number",
      ],
      "« n = 3 » n'est pas compris",
    ],
    [
      "one answer for all",
      [
        "exercise",
        "made/x",
        "--title",
        "t",
        "--entry",
        "f",
        "--chapter",
        "2",
        "--signature",
        "(n: number) => 4",
      ],
      "une valeur possible",
    ],
    ["an unknown option", ["exercise", "made/x", "--level", "3"], "npm run new:exercise"],
  ])("%s: says what to write instead", async (_, args, words) => {
    const { code, stdout, stderr } = await make(args);
    expect(stderr.replaceAll("\u202f", " ")).toContain(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(existsSync(join(made, "graders/made/x"))).toBe(false);
  });
});
