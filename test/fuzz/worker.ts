import { parentPort, workerData } from "node:worker_threads";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { z } from "zod";
import { toHex } from "#net/bytes/hex.ts";
import { shared, type FuzzLine, type FuzzMessage } from "./fuzz.ts";
import { growsBy, keptMemory, pilesUp } from "./kept-memory.ts";
import { nextInput } from "./mutate.ts";
import { faultOf, type FuzzedParser } from "./parser.ts";
import { loadSeeds } from "./seeds.ts";

const given = z
  .object({
    seed: z.int(),
    until: z.union([z.object({ inputs: z.int() }), z.object({ milliseconds: z.number() })]),
    parsers: z.url(),
    memory: z.instanceof(SharedArrayBuffer),
  })
  .parse(workerData);
const module = z
  .object({ parsers: z.array(z.custom<FuzzedParser>((value) => typeof value === "object")) })
  .parse(await import(given.parsers));

const seeds = loadSeeds();
const random = xoroshiro128plus(given.seed);
const numbers = new Int32Array(given.memory, 0, 3);
const input = new Uint8Array(given.memory, shared.inputAt);
const send = (message: FuzzMessage): void => parentPort?.postMessage(message);
send({ kind: "ready", names: module.parsers.map(({ name }) => name) });

/** Inputs that a parser gets in one turn; the memory is looked at behind each. */
const turn = "inputs" in given.until ? Math.ceil(given.until.inputs / 4) : 2500;
const lines: FuzzLine[] = module.parsers.map(({ name }) => ({ name, inputs: 0, failure: null }));
const grown = module.parsers.map(() => 0);
const started = performance.now();
const more = (round: number): boolean =>
  "inputs" in given.until
    ? round * turn < given.until.inputs
    : performance.now() - started < given.until.milliseconds;

let before = keptMemory();
for (let round = 0; more(round); round++) {
  for (const [i, parser] of module.parsers.entries()) {
    const line = lines[i];
    if (line === undefined || line.failure !== null) continue;
    lines[i] = takeTurn(parser, i, line);
    let after = keptMemory();
    // In its first turn a parser is compiled, and what it remembers for good is made.
    if (round > 0) grown[i] = (grown[i] ?? 0) + after - before;
    if (lines[i].failure === null && pilesUp(grown[i] ?? 0, round * turn)) {
      if (growsOn(parser)) lines[i] = { ...lines[i], failure: { reason: "keeps memory", hex: "" } };
      after = keptMemory();
    }
    before = after;
  }
}
send({ kind: "done", lines });

/**
 * Whether a suspect still grows in each of eight further turns. The engine compiles when it likes, and what that takes
 * falls on whoever is at work: once or twice, not always.
 */
function growsOn({ parse, layer }: FuzzedParser): boolean {
  const further = xoroshiro128plus(given.seed);
  return Array.from({ length: 8 }).every(() => {
    const start = keptMemory();
    for (let done = 0; done < turn; done++) {
      parse(begin(nextInput(further, seeds[layer])));
    }
    return growsBy(keptMemory() - start, turn);
  });
}

/** Shows the thread that watches which input comes now. */
function begin(bytes: Uint8Array): Uint8Array {
  input.set(bytes);
  numbers[shared.length] = bytes.length;
  Atomics.add(numbers, shared.begun, 1);
  return bytes;
}

function takeTurn(parser: FuzzedParser, index: number, { name, inputs }: FuzzLine): FuzzLine {
  for (let done = 1; done <= turn; done++) {
    numbers[shared.parser] = index;
    const bytes = begin(nextInput(random, seeds[parser.layer]));
    const reason = faultOf(parser, bytes);
    if (reason !== null) return { name, inputs: inputs + done, failure: { reason, hex: toHex(bytes) } };
  }
  return { name, inputs: inputs + turn, failure: null };
}
