import type { OutOfBudget } from "../exercise/candidate.ts";
import type { Budget } from "../exercise/exercise.ts";

/**
 * Counts interpreter steps. The engine asks now and then whether it should go on; how often depends on the program
 * alone, not on the machine, so a spent budget is spent everywhere.
 */
const stepsPerPoll = 10_000;

/** What one queued promise job costs, so that jobs which queue jobs come to an end. */
const stepsPerJob = 2_000;

/** What one call of a function among the arguments costs: it crosses the border twice. */
const stepsPerAnswer = 100;

export class Meter {
  readonly #budget: Budget;
  #case = 0;
  #all = 0;
  #paused = false;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  startCase(): void {
    this.#case = 0;
  }

  /** Steps of the current case. */
  get steps(): number {
    return this.#case;
  }

  /** The engine's question; true: stop. */
  poll(): boolean {
    if (this.#paused) return false;
    this.#add(stepsPerPoll);
    return this.spent() !== null;
  }

  job(): void {
    this.#add(stepsPerJob);
  }

  answer(): void {
    this.#add(stepsPerAnswer);
  }

  #add(steps: number): void {
    this.#case += steps;
    this.#all += steps;
  }

  /** Lets the harness's own guest code run, whatever is spent. */
  pausedFor<T>(action: () => T): T {
    this.#paused = true;
    try {
      return action();
    } finally {
      this.#paused = false;
    }
  }

  spent(): OutOfBudget | null {
    const { stepsPerCase, stepsInAll } = this.#budget;
    if (this.#all > stepsInAll) return { kind: "out-of-budget", limit: "submission", steps: stepsInAll };
    if (this.#case > stepsPerCase) return { kind: "out-of-budget", limit: "case", steps: stepsPerCase };
    return null;
  }
}
