import type { QuickJSHandle } from "quickjs-emscripten-core";
import type { CallReport, Candidate, NotCompiled, Opened, Outcome } from "../exercise/candidate.ts";
import { type Bridge, EngineLost, type Failed, guarded } from "./bridge.ts";
import { sameContents } from "./changes.ts";
import { reports } from "./guest.ts";
import type { Meter } from "./meter.ts";
import { moduleName } from "./position.ts";
import { notLoaded, thrown, unsettled } from "./thrown.ts";
import { decodeItems } from "./wire-reader.ts";
import { encodeArguments } from "./wire-writer.ts";

type Printed = { readonly printed: string; readonly printedCut: number };

/** A learner's program in its sandbox: loaded once, then called. */
export class Program implements Candidate {
  readonly #bridge: Bridge;
  readonly #meter: Meter;
  readonly #code: string;
  /** Why no further call can be made. */
  #dead: Failed | null = null;

  constructor(bridge: Bridge, meter: Meter, code: string) {
    this.#bridge = bridge;
    this.#meter = meter;
    this.#code = code;
  }

  load(entry: string): Opened {
    this.#meter.startCase();
    const failed = this.#attempt(() => this.#settled() ?? this.#bound(entry));
    if (failed === null) return { kind: "opened", candidate: this };
    return failed.kind === "did-not-compile" ? failed : { ...failed, ...this.#printed() };
  }

  call(args: readonly unknown[]): CallReport {
    if (this.#dead !== null) return { outcome: this.#dead, printed: "", printedCut: 0, steps: 0 };
    this.#meter.startCase();
    const outcome = this.#attempt(() => this.#answer(args));
    return { outcome, ...this.#printed(), steps: this.#meter.steps };
  }

  /** The WebAssembly instance goes as a whole, with whatever state it is in. */
  dispose(): void {
    this.#dead ??= { kind: "threw", code: "error", name: "", message: "disposed", at: null };
  }

  #exports: QuickJSHandle | null = null;

  /** Runs the module to its end, top-level `await` included; null when it got there. */
  #settled(): Failed | NotCompiled | null {
    const { context } = this.#bridge;
    const loaded = this.#bridge.load(this.#code, moduleName);
    if ("thrown" in loaded) return this.#meter.spent() ?? notLoaded(loaded.thrown, this.#code);
    this.#runJobs();
    const state = guarded(() => context.getPromiseState(loaded));
    const spent = this.#meter.spent();
    if (spent !== null) return spent;
    if (state.type === "pending") return unsettled;
    if (state.type === "rejected") return thrown(this.#bridge.report("describe", state.error), this.#code);
    this.#exports = state.value;
    return null;
  }

  #bound(entry: string): Failed | NotCompiled | null {
    if (this.#exports === null) return unsettled;
    const report = this.#bridge.report("bind", this.#exports, this.#bridge.context.newString(entry));
    const spent = this.#meter.spent();
    if (spent !== null) return spent;
    const detail = report?.[1];
    switch (report?.[0]) {
      case reports.bound:
        return null;
      case reports.notAFunction:
        return { kind: "did-not-compile", reason: "not-a-function", at: null, detail: String(detail) };
      case reports.noExport: {
        const names = Array.isArray(detail) ? detail.map(String) : [];
        const reason = names.includes("default") ? "default-export" : "no-export";
        return { kind: "did-not-compile", reason, at: null, detail: names.join(", ") };
      }
      default:
        return thrown(report, this.#code);
    }
  }

  #answer(args: readonly unknown[]): Outcome {
    const sent = encodeArguments(args);
    const list = this.#bridge.made(sent);
    const report = this.#bridge.report(sent.hasTrees ? "callWithTrees" : "call", list);
    this.#runJobs();
    const spent = this.#meter.spent();
    if (spent !== null) return spent;
    if (report?.[0] !== reports.returned) return thrown(report, this.#code);
    const after = sent.hasTrees
      ? report[4]
      : this.#bridge.decoded(list, (bytes) => (equalBytes(bytes, sent.bytes) ? args : decodeItems(bytes)));
    list.dispose();
    const value = report[1];
    return Array.isArray(after) && !sameContents(args, after)
      ? { kind: "returned", value, changedArguments: after }
      : { kind: "returned", value };
  }

  /** Promise jobs run one at a time, each on the budget of the case that queued it. */
  #runJobs(): void {
    const { runtime } = this.#bridge.context;
    while (this.#meter.spent() === null && runtime.hasPendingJob()) {
      this.#meter.job();
      guarded(() => runtime.executePendingJobs(1)).dispose();
    }
  }

  #printed(): Printed {
    if (this.#dead !== null && this.#dead.kind !== "out-of-budget") return { printed: "", printedCut: 0 };
    try {
      const report = this.#meter.pausedFor(() => this.#bridge.report("printed"));
      return { printed: String(report?.[0] ?? ""), printedCut: Number(report?.[1] ?? 0) };
    } catch (error) {
      if (error instanceof EngineLost) return { printed: "", printedCut: 0 };
      throw error;
    }
  }

  /** Runs `action` and remembers what ends the sandbox for good. */
  #attempt<T extends Opened | Outcome | null>(action: () => T | Failed): T | Failed {
    try {
      const result = action();
      if (result?.kind === "out-of-memory") this.#dead = result;
      if (result?.kind === "out-of-budget" && result.limit === "submission") this.#dead = result;
      return result;
    } catch (error) {
      if (!(error instanceof EngineLost)) throw error;
      this.#dead = error.outcome;
      return error.outcome;
    }
  }
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
