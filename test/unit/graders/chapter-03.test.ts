import { readdirSync, readFileSync } from "node:fs";
import { Random } from "fast-check";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Exercise } from "#course/exercise/exercise.ts";
import { statementSchema } from "#course/exercise/statement.ts";

const folders = ["checksum", "check-header", "decrement-ttl", "parse-options"];
const root = new URL("../../../graders/ipv4/", import.meta.url);

type Code = (...args: readonly unknown[]) => unknown;
type Case = { name: string; args: readonly unknown[] };

/** What a call gave, the bytes it left in its arguments, or that it never ended. */
type Outcome = { value?: unknown; threw?: string; left: readonly unknown[] };

describe.each(folders)("ipv4/%s", (folder) => {
  it("has a reference that gives every golden answer", async () => {
    const { exercise } = await load(folder);
    expect(exercise.golden.length).toBeGreaterThan(0);
    for (const { name, args, expected } of exercise.golden) {
      expect(exercise.reference(...args), name).toEqual(expected);
    }
  });

  it("accepts its own cases, and every step of their shrinking", async () => {
    const { exercise } = await load(folder);
    for (const { name, args } of casesOf(exercise, 200)) {
      expect(exercise.accepts(args), name).toBe(true);
      for (const step of firstShrinks(exercise, args)) expect(exercise.accepts(step), name).toBe(true);
    }
  });

  it("shrinks its own generated cases without context", async () => {
    const { exercise } = await load(folder);
    for (const [name, arbitrary] of Object.entries(exercise.generators)) {
      const random = new Random(xoroshiro128plus(3));
      for (let i = 0; i < 50; i++) {
        const { value } = arbitrary.generate(random, 4);
        expect(arbitrary.canShrinkWithoutContext(value), name).toBe(true);
      }
    }
  });

  it("has a solution equal to the reference on 2,000 generated cases", async () => {
    const { exercise, solution } = await load(folder);
    for (const { name, args } of casesOf(exercise, 2000)) {
      expect(run(solution, args), `${name} ${show(args)}`).toEqual(right(exercise, args));
    }
  });

  it("has a starter that does not pass and is no mistake", async () => {
    const { exercise, starter, mistakes } = await load(folder);
    const failing = casesOf(exercise, 200).filter(({ args }) => !isRight(exercise, starter, args));
    expect(failing.length).toBeGreaterThan(0);
    expect(recognised(mistakes, starter, failing)).toBeNull();
  });

  it("recognises every mistake under its own name", async () => {
    const { exercise, mistakes } = await load(folder);
    const cases = casesOf(exercise, 200);
    const found = mistakes.map(({ file, code }) => {
      const failing = cases.filter(({ args }) => !isRight(exercise, code, args));
      return `${file}: ${failing.length > 0 ? recognised(mistakes, code, failing) : "passes"}`;
    });
    expect(found).toEqual(mistakes.map(({ file, name }) => `${file}: ${name}`));
  });

  it("meets every mistake in fixed cases or in many generated ones", async () => {
    const { exercise, mistakes } = await load(folder);
    const fixed: readonly Case[] = [...exercise.golden, ...exercise.edges];
    for (const { file, code } of mistakes) {
      const failures = (cases: readonly Case[]): number =>
        cases.filter(({ args }) => !isRight(exercise, code, args)).length;
      expect(failures(fixed) > 0 || failures(generated(exercise, 200)) >= 20, file).toBe(true);
    }
  });

  it("has no two mistakes that never differ", async () => {
    const { exercise, mistakes } = await load(folder);
    const cases = casesOf(exercise, 200);
    for (const [i, a] of mistakes.entries()) {
      for (const b of mistakes.slice(i + 1)) {
        const differ = cases.some(({ args }) => !sameOutcome(run(a.code, args), run(b.code, args)));
        expect(differ, `${a.file} and ${b.file}`).toBe(true);
      }
    }
  });

  it("has a statement with a sentence for every mistake and every case", async () => {
    const { exercise, mistakes } = await load(folder);
    const text = readFileSync(new URL(`${folder}/statement.fr.mdx`, root), "utf8");
    const frontMatter = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? "";
    const statement = statementSchema.parse(parse(frontMatter));
    const named = [...exercise.golden, ...exercise.edges].map(({ name }) => name);
    expect(Object.keys(statement.mistakes).sort()).toEqual(
      [...new Set(mistakes.map(({ name }) => name))].sort(),
    );
    expect(new Set(named).size).toBe(named.length);
    expect(Object.keys(statement.cases).sort()).toEqual(
      [...named, ...Object.keys(exercise.generators)].sort(),
    );
    expect(statement.hints[0]).toContain("?");
    expect(text).toContain("<AfterSuccess>");
    expect(withoutCode(text), "espace fine insécable").not.toMatch(
      /(?<!\u202f)[!?;»](?=\s|$)|«(?!\u202f)| :/m,
    );
  });
});

async function load(folder: string) {
  const open = async (path: string, entry: string): Promise<Code> => {
    const module = (await import(new URL(`${folder}/${path}`, root).href)) as Record<string, Code>;
    const code = module[entry];
    if (code === undefined) throw new Error(`${folder}/${path} does not export ${entry}`);
    return code;
  };
  const module = (await import(new URL(`${folder}/exercise.ts`, root).href)) as { default: Exercise };
  const exercise = module.default;
  const files = readdirSync(new URL(`${folder}/mistakes/`, root)).sort();
  const mistakes = await Promise.all(
    files.map(async (file) => ({
      file,
      name: file.replace(/(\.\d+)?\.ts$/, ""),
      code: await open(`mistakes/${file}`, exercise.entry),
    })),
  );
  const solution = await open("solution.ts", exercise.entry);
  const starter = await open("starter.ts", exercise.entry);
  return { exercise, mistakes, solution, starter };
}

function generated(exercise: Exercise, runs: number): Case[] {
  const generators = Object.entries(exercise.generators);
  const random = new Random(xoroshiro128plus(42));
  return Array.from({ length: Math.ceil(runs / generators.length) }).flatMap(() =>
    generators.map(([name, arbitrary]) => ({ name, args: arbitrary.generate(random, 4).value })),
  );
}

const casesOf = (exercise: Exercise, runs: number): Case[] => [
  ...exercise.golden,
  ...exercise.edges,
  ...generated(exercise, runs),
];

function* firstShrinks(exercise: Exercise, args: readonly unknown[]) {
  for (const arbitrary of Object.values(exercise.generators)) {
    if (!arbitrary.canShrinkWithoutContext(args)) continue;
    let left = 20;
    for (const { value } of arbitrary.shrink(args, undefined)) {
      if (left-- === 0) break;
      yield value;
    }
  }
}

/** Calls with bytes in a larger, dirty buffer; more than 20,000 reads of them count as « never ends ». */
function run(code: Code, args: readonly unknown[]): Outcome {
  const given = args.map((arg) => (arg instanceof Uint8Array ? inDirtyBuffer(arg) : arg));
  try {
    return { value: code(...given.map(counted)), left: given };
  } catch (error) {
    return { threw: error instanceof Error ? error.message : "something", left: given };
  }
}

function inDirtyBuffer(bytes: Uint8Array): Uint8Array {
  const larger = new Uint8Array(bytes.length + 24).fill(0xa5);
  larger.set(bytes, 9);
  return larger.subarray(9, 9 + bytes.length);
}

function counted(value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  let reads = 0;
  return new Proxy(value, {
    get(target, key) {
      if (++reads > 20_000) throw new Error("never ends");
      const member: unknown = Reflect.get(target, key);
      return typeof member === "function" ? (member.bind(target) as unknown) : member;
    },
    set: (target, key, member) => Reflect.set(target, key, member),
  });
}

const right = (exercise: Exercise, args: readonly unknown[]): Outcome => ({
  value: exercise.reference(...args),
  left: args,
});

const isRight = (exercise: Exercise, code: Code, args: readonly unknown[]): boolean =>
  sameOutcome(run(code, args), right(exercise, args));

const sameOutcome = (a: Outcome, b: Outcome): boolean => show(a) === show(b);

/** As the grader does it: the first mistake, in file order, that answers every failing case alike. */
const recognised = (
  mistakes: readonly { name: string; code: Code }[],
  learner: Code,
  failing: readonly Case[],
): string | null =>
  mistakes.find(({ code }) => failing.every(({ args }) => sameOutcome(run(code, args), run(learner, args))))
    ?.name ?? null;

const withoutCode = (text: string): string => text.replaceAll(/`[^`\n]*`/g, "x");

const show = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) =>
    member instanceof Uint8Array
      ? `bytes ${Array.from(member, (byte) => byte.toString(16).padStart(2, "0")).join("")}`
      : typeof member === "number" && !Number.isInteger(member)
        ? String(member)
        : member,
  );
