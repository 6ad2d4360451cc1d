import {
  EvalFlags,
  JSPromiseStateEnum,
  type JSValueConstPointer,
  type JSValuePointer,
} from "quickjs-emscripten-core";
import type { Outcome, Position } from "../exercise/candidate.ts";
import type { EntryPoint } from "./guest.ts";
import { maxMemory } from "./instance.ts";
import { callGuest, decode, encoded, evaluate, type Machine, OutOfMemory, runJob } from "./machine.ts";
import { decodeItems } from "./wire-reader.ts";
import { Writer } from "./wire-writer.ts";

export type Failed = Exclude<Outcome, { kind: "returned" }>;

/** Recursion too deep, whether the engine noticed or the host. */
export const stackOverflowAt = (at: Position | null): Failed => ({
  kind: "threw",
  code: "stack-overflow",
  name: "InternalError",
  message: "stack overflow",
  at,
});

/** The engine itself gave up; it is in an unknown state and must not be used again. */
export class EngineLost extends Error {
  readonly outcome: Failed;
  constructor(outcome: Failed) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/** What a guest function reported; null when it was stopped before it could. */
export type Report = readonly unknown[] | null;

/** How far the learner's module got. */
export type Loaded = { readonly exports: JSValuePointer } | { readonly error: Report } | "pending";

/** The machine, spoken to in host values. Guest values are freed here, or live as long as the machine. */
export class Bridge {
  readonly #machine: Machine;
  readonly #writer = new Writer();
  readonly #answers = new Writer();
  /** The arguments of the call that runs. */
  #args: readonly unknown[] = [];

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  /** The report of a guest function on one host value: number or text. */
  ask(name: EntryPoint, value: unknown): Report {
    return guarded(this.#machine, () => {
      const list = decode(this.#machine, this.#writer.list([value]).bytes);
      return this.#report(name, list);
    });
  }

  /**
   * Calls the learner's function. `after` is what its arguments hold then; the very `args` when they are only
   * numbers, texts and bytes and nothing was written to them. A function among the arguments becomes one of the
   * guest's, which asks it as long as the call lasts.
   */
  call(args: readonly unknown[]): { readonly report: Report; readonly after: unknown } {
    return guarded(this.#machine, () => {
      this.#args = args;
      const sent = this.#writer.list(args);
      const list = decode(this.#machine, sent.bytes);
      const report = this.#report(sent.hasTrees ? "callWithTrees" : "call", list);
      const after = sent.hasTrees ? report?.[4] : this.#contentsOf(list, args, sent.bytes);
      this.#free(list);
      return { report, after };
    });
  }

  /** The guest asks one of the functions among the arguments: `[place, arguments]` lies at `argv`. */
  answer(argv: JSValueConstPointer): JSValuePointer {
    const { ffi } = this.#machine;
    const question = encoded(this.#machine, ffi.QTS_ArgvGetJSValueConstPointer(argv, 0), decodeItems);
    if (question === null) throw new OutOfMemory();
    const [place, given] = question;
    const asked = typeof place === "number" ? this.#args[place] : undefined;
    const args: readonly unknown[] = Array.isArray(given) ? given : [];
    const answer = isFunction(asked) ? asked(...args) : undefined;
    return decode(this.#machine, this.#answers.one(answer).bytes);
  }

  /** What a list of primitives and bytes holds now: `args`, if it is still what was sent for them. */
  #contentsOf(list: JSValuePointer, args: readonly unknown[], sent: Uint8Array): unknown {
    const now = encoded(this.#machine, list, (bytes) =>
      equalBytes(bytes, sent) ? args : decodeItems(bytes),
    );
    // Bytes whose buffer was taken away have no encoding of their own.
    return now ?? this.#report("contents", list)?.[3];
  }

  /** Runs the learner's module, as far as it gets without promise jobs. */
  load(code: string, name: string): JSValuePointer | { readonly error: Report } {
    return guarded(this.#machine, () => {
      const { ffi, context } = this.#machine;
      const loaded = evaluate(this.#machine, code, name, EvalFlags.JS_EVAL_TYPE_MODULE);
      const error = ffi.QTS_ResolveException(context, loaded);
      return error === 0 ? loaded : { error: this.#report("describe", error) };
    });
  }

  /** The module's exports once its promise, if it has one, is settled. */
  settled(loaded: JSValuePointer): Loaded {
    return guarded(this.#machine, () => {
      const { ffi, context } = this.#machine;
      const state: number = ffi.QTS_PromiseState(context, loaded);
      if (state === JSPromiseStateEnum.Pending) return "pending";
      if (state === JSPromiseStateEnum.Fulfilled) return { exports: ffi.QTS_PromiseResult(context, loaded) };
      if (state !== JSPromiseStateEnum.Rejected) return { exports: loaded }; // no promise
      return { error: this.#report("describe", ffi.QTS_PromiseResult(context, loaded)) };
    });
  }

  /** Gives the guest the module whose export `entry` is to be called. */
  bind(exports: JSValuePointer, entry: string): Report {
    return guarded(this.#machine, () => {
      const names = decode(this.#machine, this.#writer.list([entry]).bytes);
      return this.#report("bind", exports, names);
    });
  }

  hasJob(): boolean {
    return this.#machine.ffi.QTS_IsJobPending(this.#machine.runtime) !== 0;
  }

  /** Runs one promise job, whatever comes of it. */
  runJob(): void {
    guarded(this.#machine, () => runJob(this.#machine));
  }

  #report(name: EntryPoint, ...args: JSValuePointer[]): Report {
    const result = callGuest(this.#machine, name, ...args);
    const report = encoded(this.#machine, result, decodeItems);
    this.#free(result);
    return report;
  }

  #free(value: JSValuePointer): void {
    this.#machine.ffi.QTS_FreeValuePointer(this.#machine.context, value);
  }
}

type HostFunction = (...args: readonly unknown[]) => unknown;

const isFunction = (value: unknown): value is HostFunction => typeof value === "function";

/** Everything that is thrown here and is not the engine's end is a fault of ours. */
function guarded<T>(machine: Machine, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const outcome = endOf(machine, error);
    throw outcome === null ? error : new EngineLost(outcome);
  }
}

/**
 * Native recursion of the engine runs into the limit of the host's stack, which throws through it ("maximum call
 * stack size exceeded", in Firefox "too much recursion"), or into that of its own, which is a trap. With much memory
 * in use, a trap means that an allocation failed where the engine could not say so.
 */
function endOf({ module }: Machine, error: unknown): Failed | null {
  if (error instanceof OutOfMemory) return { kind: "out-of-memory" };
  if (error instanceof WebAssembly.RuntimeError)
    return module.HEAPU8.length < maxMemory / 2 ? stackOverflowAt(null) : { kind: "out-of-memory" };
  const tooDeep = error instanceof Error && /call stack|too much recursion/.test(error.message);
  return tooDeep ? stackOverflowAt(null) : null;
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
