import { Worker } from "node:worker_threads";
import { toHex } from "#net/bytes/hex.ts";
import { longestInput } from "./mutate.ts";

/** What stands in the memory that a worker shares: the inputs begun, the parser at work, the input's length, itself. */
export const shared = { begun: 0, parser: 1, length: 2, inputAt: 12, bytes: 12 + longestInput } as const;

export type FuzzOptions = {
  readonly seed: number;
  /** Inputs for each parser, or how long to go on, in ms. */
  readonly until: { readonly inputs: number } | { readonly milliseconds: number };
  /** A module that exports `parsers`. */
  readonly parsers: URL;
  /** A parser that is longer at one input, in ms, is taken not to end. */
  readonly backstop: number;
};

export type FuzzLine = {
  readonly name: string;
  readonly inputs: number;
  /** The first input that showed a fault; the parser gets no other after it. */
  readonly failure: { readonly reason: string; readonly hex: string } | null;
};

export type FuzzMessage =
  | { readonly kind: "ready"; readonly names: readonly string[] }
  | { readonly kind: "done"; readonly lines: readonly FuzzLine[] };

/** Of all that the parsers have at one time, in MB; the seeds are a few. */
const memoryLimit = 256;

/**
 * Fuzzes every parser of a module in a worker, which cannot say that it hangs: from here one sees whether its count of
 * inputs moves, and the input at which it stands. A parser that does not end, or that takes all memory, ends the run
 * and is its only line.
 */
export function fuzz(options: FuzzOptions): Promise<readonly FuzzLine[]> {
  const memory = new SharedArrayBuffer(shared.bytes);
  const numbers = new Int32Array(memory, 0, 3);
  const { parsers, backstop, ...rest } = options;
  const worker = new Worker(new URL("worker.ts", import.meta.url), {
    workerData: { ...rest, parsers: parsers.href, memory },
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
  });
  return new Promise((resolve, reject) => {
    let watch: NodeJS.Timeout | undefined;
    const end = (lines: readonly FuzzLine[]): void => {
      clearInterval(watch);
      void worker.terminate();
      resolve(lines);
    };
    let names: readonly string[] = [];
    const endAtWork = (reason: string): void => {
      const input = new Uint8Array(memory, shared.inputAt, numbers[shared.length]);
      const name = names[numbers[shared.parser] ?? 0] ?? "";
      const inputs = Atomics.load(numbers, shared.begun);
      end([{ name, inputs, failure: { reason, hex: toHex(input) } }]);
    };
    worker.on("error", (error) => {
      if (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") {
        endAtWork("runs out of memory");
        return;
      }
      clearInterval(watch);
      reject(error instanceof Error ? error : new Error(String(error)));
    });
    worker.on("message", (message: FuzzMessage) => {
      if (message.kind === "done") {
        end(message.lines);
        return;
      }
      names = message.names;
      let seen = -1;
      watch = setInterval(() => {
        const begun = Atomics.load(numbers, shared.begun);
        if (begun === seen) endAtWork("does not end");
        seen = begun;
      }, backstop);
    });
  });
}

/** One line a parser, and the input of a failure as hexadecimal. */
export const printLine = ({ name, inputs, failure }: FuzzLine): string =>
  failure === null ? `${name}: ${inputs} inputs` : `${name}: ${failure.reason}\n  input    ${failure.hex}`;
