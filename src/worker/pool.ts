import type { Verdict } from "../course/exercise/verdict.ts";
import { createGradingClient, type ClientOptions, type Spawn } from "./client.ts";
import type { GradeRequest } from "./messages.ts";

/** Grades in several workers at once. Which worker takes what decides nothing: verdicts depend on requests alone. */
export type GradingPool = {
  /** In the worker that has least to do. Rejects once the pool is closed. */
  grade(request: Omit<GradeRequest, "type">): Promise<Verdict>;
  close(): void;
};

/** After so many requests a worker gives way to a fresh one: what its engine and allocator keep does not add up. */
const mostRequests = 1000;

export function createGradingPool(spawn: Spawn, size: number, options?: ClientOptions): GradingPool {
  const start = () => {
    const client = createGradingClient(spawn, options);
    client.warm();
    return client;
  };
  const members = Array.from({ length: size }, () => ({ client: start(), open: 0, asked: 0 }));
  let closed = false;
  return {
    grade: async (request) => {
      const member = members.reduce((least, one) => (one.open < least.open ? one : least));
      if (member.open === 0 && member.asked >= mostRequests && !closed) {
        member.client.close();
        [member.client, member.asked] = [start(), 0];
      }
      member.open += 1;
      member.asked += 1;
      try {
        const verdict = await member.client.grade(request);
        if (verdict.kind === "cancelled") throw new Error("the pool is closed");
        return verdict;
      } finally {
        member.open -= 1;
      }
    },
    close: () => {
      closed = true;
      for (const { client } of members) client.close();
    },
  };
}
