import type { CallReport, Candidate, NotCompiled, Opened, Outcome } from "../exercise/candidate.ts";
import { type Bridge, EngineLost, type Failed, type Report } from "./bridge.ts";
import { sameContents } from "./changes.ts";
import { reports } from "./guest.ts";
import type { Meter } from "./meter.ts";
import { moduleName } from "./position.ts";
import { notLoaded, thrown, unsettled } from "./thrown.ts";

type Printed = { readonly printed: string; readonly printedCut: number };

const nothingPrinted: Printed = { printed: "", printedCut: 0 };

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
    try {
      const failed = this.#loaded(entry);
      if (failed === null) return { kind: "opened", candidate: this };
      return failed.kind === "did-not-compile" ? failed : { ...failed, ...this.#printed() };
    } catch (error) {
      return { ...lost(error), ...nothingPrinted };
    }
  }

  call(args: readonly unknown[]): CallReport {
    if (this.#dead !== null) return { outcome: this.#dead, ...nothingPrinted, steps: 0 };
    this.#meter.startCase();
    try {
      const { report, after } = this.#bridge.call(args.map((arg) => this.#metered(arg)));
      const ranJobs = this.#runJobs();
      const outcome = this.#meter.spent() ?? this.#judged(report, args, after);
      if (endsAll(outcome)) this.#dead = outcome;
      const printed = report === null || ranJobs ? this.#printed() : printedIn(report);
      return { outcome, ...printed, steps: this.#meter.steps };
    } catch (error) {
      this.#dead = lost(error);
      return { outcome: this.#dead, ...nothingPrinted, steps: this.#meter.steps };
    }
  }

  /** Nothing to free one by one: the WebAssembly instance goes as a whole, in whatever state it is. */
  dispose(): void {
    this.#dead ??= { kind: "threw", code: "error", name: "", message: "disposed", at: null };
  }

  /** Runs the module to its end, top-level `await` included, and takes its export. */
  #loaded(entry: string): Failed | NotCompiled | null {
    const started = this.#bridge.load(this.#code, moduleName);
    if (typeof started === "object") return this.#meter.spent() ?? notLoaded(started.error, this.#code);
    this.#runJobs();
    const loaded = this.#bridge.settled(started);
    const spent = this.#meter.spent();
    if (spent !== null) return spent;
    if (loaded === "pending") return unsettled;
    if ("error" in loaded) return thrown(loaded.error, this.#code);
    const bound = this.#bridge.bind(loaded.exports, entry);
    return this.#meter.spent() ?? unbound(bound, this.#code);
  }

  #judged(report: Report, args: readonly unknown[], after: unknown): Outcome {
    if (report?.[0] !== reports.returned) return thrown(report, this.#code);
    const value = report[3];
    if (!Array.isArray(after)) return { kind: "returned", value };
    const now = after.map((one: unknown, i) => (typeof args[i] === "function" ? args[i] : one));
    return sameContents(args, now)
      ? { kind: "returned", value }
      : { kind: "returned", value, changedArguments: now };
  }

  /** A function among the arguments, on the budget of the case. Once that is spent it is not asked any more. */
  #metered(arg: unknown): unknown {
    if (typeof arg !== "function") return arg;
    return (...given: readonly unknown[]): unknown => {
      this.#meter.answer();
      return this.#meter.spent() === null ? Reflect.apply(arg, undefined, given) : undefined;
    };
  }

  /** Promise jobs run one at a time, each on the budget of the case that queued it. Returns whether any ran. */
  #runJobs(): boolean {
    const any = this.#bridge.hasJob();
    while (this.#meter.spent() === null && this.#bridge.hasJob()) {
      this.#meter.job();
      this.#bridge.runJob();
    }
    return any;
  }

  #printed(): Printed {
    return printedIn(this.#meter.pausedFor(() => this.#bridge.ask("whatWasPrinted", 0)));
  }
}

/** What became of an engine that gave up; any other error is not the program's and goes on. */
function lost(error: unknown): Failed {
  if (error instanceof EngineLost) return error.outcome;
  throw error;
}

/** After this no further call is made. */
const endsAll = (outcome: Outcome): outcome is Failed =>
  outcome.kind === "out-of-memory" ||
  (outcome.kind === "out-of-budget" && outcome.limit === "submission") ||
  (outcome.kind === "threw" && outcome.code === "stack-overflow" && outcome.at === null);

const printedIn = (report: Report): Printed => {
  const [, printed, printedCut] = report ?? [];
  return {
    printed: typeof printed === "string" ? printed : "",
    printedCut: typeof printedCut === "number" ? printedCut : 0,
  };
};

/** Why the module has no function to call, or null. */
function unbound(report: Report, code: string): Failed | NotCompiled | null {
  const detail = report?.[3];
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
      return thrown(report, code);
  }
}
