import type { Verdict } from "../../../../src/course/exercise/verdict.ts";
import type { Cancelled, GradingClient } from "../../../../src/worker/client.ts";
import type { TryReport } from "../../../../src/worker/messages.ts";

type Asked = {
  readonly source: string;
  readonly seed: number;
  readonly extraCases?: unknown;
  readonly inputs?: unknown;
};

/** A grader that keeps what it was asked and answers when told to. */
export type FakeClient = GradingClient & {
  readonly asked: Asked[];
  answer(verdict: Verdict | TryReport): Promise<void>;
};

export function fakeClient(): FakeClient {
  const asked: Asked[] = [];
  let settle: (answer: never) => void = () => undefined;
  const ask = <T>(request: Asked, signal?: AbortSignal): Promise<T | Cancelled> => {
    asked.push(request);
    return new Promise((resolve) => {
      settle = resolve;
      signal?.addEventListener("abort", () => resolve({ kind: "cancelled" }));
    });
  };
  return {
    asked,
    answer: async (verdict) => {
      settle(verdict as never);
      await new Promise((resolve) => setImmediate(resolve));
    },
    grade: (request, signal) => ask<Verdict>(request, signal),
    tryOut: (request, signal) => ask<TryReport>(request, signal),
    play: () => Promise.reject(new Error("no exercise plays")),
    stop: () => undefined,
    warm: () => undefined,
    close: () => undefined,
  };
}
