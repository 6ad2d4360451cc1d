import { readdirSync, readFileSync } from "node:fs";
import { sample } from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Exercise } from "#course/exercise/exercise.ts";
import { statementSchema } from "#course/exercise/statement.ts";
import { equalValues } from "#course/grading/equal.ts";
import { concatBytes } from "#net/bytes/byte-string.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { parseIpv4Header, verifiesIpv4Checksum } from "#net/wire/ipv4.ts";

/**
 * The exercises of chapter 2 in plain Node: what is true of the folders before any sandbox. `npm run check` judges
 * them once more, as learners meet them.
 */
type Answer = (...args: readonly unknown[]) => unknown;
type Args = readonly unknown[];
type File = { readonly file: string; readonly answer: Answer };

const root = new URL("../../../graders/ipv4/", import.meta.url);
const folders = ["header-length", "parse-header", "build-header", "describe-tos"];
const seed = 20_260;

describe.each(folders)("ipv4/%s", (folder) => {
  it("is set right: the reference gives the golden answers, accepts takes every case", async () => {
    const { exercise } = await load(folder);
    for (const { name, args, expected } of exercise.golden) {
      expect(exercise.reference(...args), name).toEqual(expected);
    }
    for (const args of casesOf(exercise, 300)) expect(exercise.accepts(args)).toBe(true);
  });

  it("refuses what the statement excludes", async () => {
    const { exercise } = await load(folder);
    for (const args of [[], [undefined], [-1], [256], [1.5], ["45"], [0x45, 0x45], [{}]]) {
      expect(exercise.accepts(args)).toBe(false);
    }
  });

  it("has a solution that agrees with the reference on 2,000 generated cases", async () => {
    const { exercise, solution } = await load(folder);
    for (const args of casesOf(exercise, 2000)) expect(failsOn(exercise, solution, args)).toBe(false);
  });

  it("has a starter that fails and looks like no mistake", async () => {
    const { exercise, starter, mistakes } = await load(folder);
    const failing = casesOf(exercise, 200).filter((args) => failsOn(exercise, starter, args));
    expect(failing.length).toBeGreaterThan(0);
    for (const mistake of mistakes) expect(alike(starter, mistake, failing), mistake.file).toBe(false);
  });

  it("catches every mistake by a fixed case, and knows it by its own name", async () => {
    const { exercise, mistakes } = await load(folder);
    const cases = casesOf(exercise, 200);
    for (const mistake of mistakes) {
      expect(
        fixedCases(exercise).some((args) => failsOn(exercise, mistake, args)),
        mistake.file,
      ).toBe(true);
      const failing = cases.filter((args) => failsOn(exercise, mistake, args));
      const recognised = mistakes.find((other) => alike(mistake, other, failing));
      expect(nameOf(recognised), mistake.file).toBe(nameOf(mistake));
    }
  });

  it("has no two mistakes that answer alike", async () => {
    const { exercise, mistakes } = await load(folder);
    const cases = casesOf(exercise, 200);
    for (const [i, a] of mistakes.entries()) {
      for (const b of mistakes.slice(i + 1)) expect(alike(a, b, cases), `${a.file} ${b.file}`).toBe(false);
    }
  });

  it("has one sentence for each mistake and each case, and hints that begin with a question", async () => {
    const { exercise, mistakes } = await load(folder);
    const statement = statementOf(folder);
    const cases = [...exercise.golden, ...exercise.edges].map(({ name }) => name);
    expect(Object.keys(statement.mistakes).sort()).toEqual([...new Set(mistakes.map(nameOf))].sort());
    expect(Object.keys(statement.cases).sort()).toEqual(
      [...cases, ...Object.keys(exercise.generators)].sort(),
    );
    expect(statement.hints[0]).toContain("?");
  });

  it("keeps French typography in its statement", () => {
    const prose = textOf(folder).replace(/```.*?```|`[^`]*`/gs, "");
    expect(prose.match(/.{0,20}[^\u202f][;!?»](?=\s|$).*/g) ?? []).toEqual([]);
    expect(prose.match(/.{0,20}« ?(?!\u202f).{0,20}/g) ?? []).toEqual([]);
  });
});

it("02.2 reads back what 02.3 writes", async () => {
  const build = (await load("build-header")).exercise;
  const parseHeader = (await load("parse-header")).exercise;
  for (const args of casesOf(build, 300)) {
    const { options = new Uint8Array(), ...h } = args[0] as IPv4Fields;
    const padded = new Uint8Array(Math.ceil(options.length / 4) * 4);
    padded.set(options);
    const packet = concatBytes(build.reference(...args) as Uint8Array, h.payload);
    const wanted = { dscp: 0, ecn: 0, ...h, options: padded, checksum: 0 };
    expect(parseHeader.reference(packet)).toMatchObject(wanted);
  }
});

it("the worked examples of the statements are right", async () => {
  const describeTos = (await load("describe-tos")).exercise;
  expect(parse(fencedText("describe-tos"))).toEqual(describeTos.reference(0x2b));
  const build = (await load("build-header")).exercise;
  expect(fromHex(fencedText("build-header"))).toEqual(build.golden[0]?.expected);
});

it("every packet drawn in the chapter and its statements has a header that holds", () => {
  const chapter = readFileSync(
    new URL("../../../content/fr/chapters/02-datagramme-ipv4.mdx", import.meta.url),
    "utf8",
  );
  const drawn = [chapter, ...folders.map(textOf)].flatMap((text) => [...text.matchAll(/hex="([^"]*)"/g)]);
  expect(drawn.length).toBeGreaterThan(3);
  for (const [, hex = ""] of drawn) {
    const bytes = fromHex(hex) ?? new Uint8Array();
    expect(parseIpv4Header(bytes).ok, hex).toBe(true);
    expect(verifiesIpv4Checksum(bytes), hex).toBe(true);
  }
  for (const folder of folders) expect(chapter).toContain(`<Exercise id="ipv4/${folder}" />`);
});

async function load(folder: string) {
  const { default: exercise } = (await import(new URL(`${folder}/exercise.ts`, root).href)) as {
    default: Exercise;
  };
  const open = async (file: string): Promise<File> => {
    const module = (await import(new URL(`${folder}/${file}`, root).href)) as Record<string, Answer>;
    const answer = module[exercise.entry];
    if (answer === undefined) throw new Error(`${folder}/${file} does not export ${exercise.entry}`);
    return { file, answer };
  };
  const mistakes = readdirSync(new URL(`${folder}/mistakes/`, root)).sort();
  return {
    exercise,
    starter: await open("starter.ts"),
    solution: await open("solution.ts"),
    mistakes: await Promise.all(mistakes.map((file) => open(`mistakes/${file}`))),
  };
}

const fixedCases = ({ golden, edges }: Exercise): Args[] => [...golden, ...edges].map(({ args }) => args);

function casesOf(exercise: Exercise, runs: number): Args[] {
  const generators = Object.values(exercise.generators);
  const numRuns = Math.ceil(runs / generators.length);
  return [
    ...fixedCases(exercise),
    ...generators.flatMap((arbitrary) => sample(arbitrary, { seed, numRuns })),
  ];
}

/** Bytes arrive as views into larger, dirty buffers, as in the sandbox. */
function dirty(value: unknown): unknown {
  if (value instanceof Uint8Array) {
    const buffer = new Uint8Array(value.length + 16).fill(0x46);
    buffer.set(value, 8);
    return buffer.subarray(8, 8 + value.length);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, dirty(member)]));
}

/** A value, or the name of what was thrown. */
function call({ answer }: File, args: Args): unknown {
  try {
    return answer(...args.map(dirty));
  } catch (error) {
    return error instanceof Error ? `threw ${error.name}` : "threw";
  }
}

const failsOn = (exercise: Exercise, file: File, args: Args): boolean =>
  !equalValues(exercise.reference(...args), call(file, args));

const alike = (a: File, b: File, cases: readonly Args[]): boolean =>
  cases.every((args) => equalValues(call(a, args), call(b, args)));

const nameOf = (mistake: File | undefined): string =>
  mistake === undefined ? "" : mistake.file.replace("mistakes/", "").replace(/(\.\d+)?\.ts$/, "");

const textOf = (folder: string): string => readFileSync(new URL(`${folder}/statement.fr.mdx`, root), "utf8");

const fencedText = (folder: string): string => /```text\n(.*?)```/s.exec(textOf(folder))?.[1] ?? "";

const statementOf = (folder: string) =>
  statementSchema.parse(parse(/^---\n(.*?)\n---\n/s.exec(textOf(folder))?.[1] ?? ""));
