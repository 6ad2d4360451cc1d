import { parentPort, workerData } from "node:worker_threads";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { z } from "zod";
import { toHex } from "#net/bytes/hex.ts";
import { shared, type FuzzLine, type FuzzMessage } from "./fuzz.ts";
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

const lines: FuzzLine[] = module.parsers.map(({ name }) => ({ name, inputs: 0, failure: null }));
const started = performance.now();
const more = (round: number): boolean =>
  "inputs" in given.until
    ? round < given.until.inputs
    : performance.now() - started < given.until.milliseconds;

for (let round = 0; more(round); round++) {
  for (const [i, parser] of module.parsers.entries()) {
    const line = lines[i];
    if (line === undefined || line.failure !== null) continue;
    const bytes = nextInput(random, seeds[parser.layer]);
    input.set(bytes);
    numbers[shared.parser] = i;
    numbers[shared.length] = bytes.length;
    Atomics.add(numbers, shared.begun, 1);
    const reason = faultOf(parser, bytes);
    lines[i] = {
      ...line,
      inputs: line.inputs + 1,
      failure: reason === null ? null : { reason, hex: toHex(bytes) },
    };
  }
}
send({ kind: "done", lines });
