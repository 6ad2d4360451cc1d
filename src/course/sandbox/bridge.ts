import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten-core";
import type { Outcome, Position } from "../exercise/candidate.ts";
import { type EntryPoint, entryPoints, guestSource } from "./guest.ts";
import { decodeItems } from "./wire-reader.ts";
import type { Encoded } from "./wire-writer.ts";

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

/** The guest's functions, called with handles or encoded values, answering with decoded ones. */
export class Bridge {
  readonly context: QuickJSContext;
  readonly #functions: Readonly<Record<EntryPoint, QuickJSHandle>>;

  constructor(context: QuickJSContext) {
    this.context = context;
    const guest = context.unwrapResult(context.evalCode(guestSource, "sandbox.js"));
    const functions = entryPoints.map((name) => [name, context.getProp(guest, name)]);
    guest.dispose();
    this.#functions = Object.fromEntries(functions) as Record<EntryPoint, QuickJSHandle>;
  }

  /** The report of a guest function; null when it was interrupted or ended by an error of its own. */
  report(name: EntryPoint, ...args: QuickJSHandle[]): unknown[] | null {
    return guarded(() => {
      const called = this.context.callFunction(this.#functions[name], this.context.undefined, args);
      if (called.error) {
        called.error.dispose();
        return null;
      }
      return called.value.consume((handle) => this.decoded(handle, decodeItems));
    });
  }

  /** Evaluates the learner's module: its exports (or a promise of them), or the guest's report of the error. */
  load(code: string, name: string): QuickJSHandle | { readonly thrown: unknown[] | null } {
    return guarded(() => {
      const loaded = this.context.evalCode(code, name, { type: "module" });
      if (loaded.error) return { thrown: loaded.error.consume((error) => this.report("describe", error)) };
      return loaded.value;
    });
  }

  /** A guest value made of encoded bytes. */
  made(encoded: Encoded): QuickJSHandle {
    const { buffer, byteOffset, byteLength } = encoded.bytes;
    const copied = this.context.newArrayBuffer(buffer.slice(byteOffset, byteOffset + byteLength));
    return copied.consume((handle) => this.context.decodeBinaryJSON(handle));
  }

  /** Lets `read` see the encoded form of a guest value, in place in the engine's memory. */
  decoded<T>(handle: QuickJSHandle, read: (bytes: Uint8Array) => T): T {
    return this.context
      .encodeBinaryJSON(handle)
      .consume((encoded) => this.context.getArrayBuffer(encoded).consume((bytes) => read(bytes.value)));
  }
}

/**
 * Native recursion of the engine runs into the host's own limit, which throws through it; a trap means that it met
 * a failed allocation where it could not say so. Everything else that is thrown here is a fault of ours.
 */
export function guarded<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof RangeError) throw new EngineLost(stackOverflowAt(null));
    if (error instanceof WebAssembly.RuntimeError) throw new EngineLost({ kind: "out-of-memory" });
    throw error;
  }
}
