import type { Verdict } from "../course/exercise/verdict.ts";
import { createGradingClient, type ClientOptions, type Spawn } from "./client.ts";
import type { GradeRequest } from "./messages.ts";

/** Grades in several workers at once. Which worker takes what decides nothing: verdicts depend on requests alone. */
export type GradingPool = {
  /** In the worker that has least to do. Rejects once the pool is closed. */
  grade(request: Omit<GradeRequest, "type">): Promise<Verdict>;
  close(): void;
};

export function createGradingPool(spawn: Spawn, size: number, options?: ClientOptions): GradingPool {
  const members = Array.from({ length: size }, () => ({
    client: createGradingClient(spawn, options),
    open: 0,
  }));
  for (const { client } of members) client.warm();
  return {
    grade: async (request) => {
      const member = members.reduce((least, one) => (one.open < least.open ? one : least));
      member.open += 1;
      try {
        const verdict = await member.client.grade(request);
        if (verdict.kind === "cancelled") throw new Error("the pool is closed");
        return verdict;
      } finally {
        member.open -= 1;
      }
    },
    close: () => {
      for (const { client } of members) client.close();
    },
  };
}
