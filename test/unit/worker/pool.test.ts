import { expect, test } from "vitest";
import type { Spawn } from "#worker/client.ts";
import { createGradingPool } from "#worker/pool.ts";
import { passed } from "../course/progress/verdicts.ts";

/** Workers that answer in their own time: each notes what it was given. */
function workers() {
  const given: number[] = [];
  let ended = 0;
  const spawn: Spawn = (events) => {
    const me = given.push(0) - 1;
    return {
      post: () => {
        given[me] = (given[me] ?? 0) + 1;
        queueMicrotask(() => {
          events.message({ type: "started" });
          events.message({ type: "graded", verdict: passed });
        });
      },
      terminate: () => {
        ended += 1;
      },
    };
  };
  return { spawn, given, ended: () => ended };
}

const request = { exercise: "ipv4/checksum", source: "", seed: 1, runs: 1, extraCases: [] };

test("requests that come together go to all workers", async () => {
  const { spawn, given } = workers();
  const pool = createGradingPool(spawn, 2);
  const verdicts = await Promise.all([1, 2, 3, 4].map(() => pool.grade(request)));
  expect(verdicts).toEqual([passed, passed, passed, passed]);
  expect(given).toEqual([2, 2]);
  pool.close();
});

test("a worker gives way to a fresh one after a thousand requests, and none is lost", async () => {
  const { spawn, given, ended } = workers();
  const pool = createGradingPool(spawn, 1);
  for (let i = 0; i < 2500; i++) expect(await pool.grade(request)).toEqual(passed);
  expect(given).toEqual([1000, 1000, 500]);
  expect(ended()).toBe(2);
  pool.close();
  expect(ended()).toBe(3);
});

test("a closed pool says so, and starts no worker again", async () => {
  const { spawn, given } = workers();
  const pool = createGradingPool(spawn, 2);
  pool.close();
  await expect(pool.grade(request)).rejects.toThrow("closed");
  expect(given).toHaveLength(2);
});
