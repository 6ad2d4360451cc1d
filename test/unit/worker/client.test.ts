import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createGradingClient, type Spawn, type WorkerEvents } from "#worker/client.ts";
import type { Request } from "#worker/messages.ts";

/** A worker made of strings: the test reads what was posted to it and says its lines. */
type Fake = { readonly events: WorkerEvents; readonly posted: Request[]; ended: boolean };

const passed = {
  type: "graded",
  verdict: { kind: "passed", seed: 7, cases: { run: 1, passed: 1, total: 1 } },
} as const;
const asked = { exercise: "ipv4/checksum", source: "", seed: 7, runs: 1, extraCases: [] };
const tried = { exercise: "ipv4/checksum", source: "", seed: 7, inputs: [[1]] };
const cancelled = { kind: "cancelled" };

let workers: Fake[];
const spawn: Spawn = (events) => {
  const fake: Fake = { events, posted: [], ended: false };
  workers.push(fake);
  return { post: (message) => void fake.posted.push(message), terminate: () => void (fake.ended = true) };
};
const worker = (i: number): Fake => {
  const found = workers[i];
  if (found === undefined) throw new Error(`no worker ${i}`);
  return found;
};
const say = (i: number, ...messages: unknown[]) => messages.forEach(worker(i).events.message);

beforeEach(() => {
  workers = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe("requests", () => {
  test("one at a time, in order, all to one worker", async () => {
    const client = createGradingClient(spawn);
    const first = client.grade(asked);
    const second = client.tryOut(tried);
    expect(worker(0).posted).toEqual([{ type: "grade", ...asked }]);
    say(0, { type: "started" }, passed);
    expect(await first).toEqual(passed.verdict);
    expect(worker(0).posted[1]).toEqual({ type: "try", ...tried });
    const report = { type: "tried", results: [], failure: null };
    say(0, { type: "started" }, report);
    expect(await second).toEqual(report);
    expect(workers).toHaveLength(1);
  });

  test("the worker can be started ahead", () => {
    const client = createGradingClient(spawn);
    client.warm();
    client.warm();
    void client.grade(asked);
    expect(workers).toHaveLength(1);
    expect(worker(0).posted).toHaveLength(1);
  });
});

describe("the watchdog", () => {
  test("ends code that does not end, with the same verdict each time, and replaces the worker at once", async () => {
    const client = createGradingClient(spawn, { backstopMs: 10_000 });
    const first = client.grade(asked);
    say(0, { type: "started" });
    vi.advanceTimersByTime(9_999);
    expect(worker(0).ended).toBe(false);
    vi.advanceTimersByTime(1);
    expect(worker(0).ended).toBe(true);
    expect(workers).toHaveLength(2);
    const second = client.grade({ ...asked, source: "another", runs: 999 });
    say(1, { type: "started" });
    vi.advanceTimersByTime(10_000);
    expect(JSON.stringify(await second)).toBe(JSON.stringify(await first));
    expect(await first).toEqual({
      kind: "timeout",
      seed: 7,
      cases: { run: 0, passed: 0, total: 0 },
      counterexample: null,
      mistake: null,
      printed: "",
      printedCut: 0,
      at: null,
    });
  });

  test("counts from the start of the learner's code, not from the click", async () => {
    const client = createGradingClient(spawn, { backstopMs: 10_000, loadMs: 60_000 });
    const answer = client.grade(asked);
    vi.advanceTimersByTime(50_000);
    say(0, { type: "started" });
    vi.advanceTimersByTime(9_000);
    say(0, passed);
    expect(await answer).toMatchObject({ kind: "passed" });
  });

  test("a trial that does not end is a failure of kind timeout", async () => {
    const answer = createGradingClient(spawn).tryOut(tried);
    say(0, { type: "started" });
    vi.advanceTimersByTime(10_000);
    expect(await answer).toMatchObject({ type: "tried", results: [], failure: { kind: "timeout" } });
  });

  test("loading too long is the grader's fault", async () => {
    const answer = createGradingClient(spawn, { loadMs: 60_000 }).grade(asked);
    vi.advanceTimersByTime(60_000);
    expect(await answer).toMatchObject({ kind: "internal-error", code: "loading-too-long", seed: 7 });
  });

  test("sleeps when nothing runs", async () => {
    const client = createGradingClient(spawn);
    const answer = client.grade(asked);
    say(0, { type: "started" }, passed);
    await answer;
    vi.advanceTimersByTime(1_000_000);
    expect(worker(0).ended).toBe(false);
  });
});

describe("a worker that fails", () => {
  test.each([
    ["rubbish", "rubbish"],
    ["nothing", undefined],
    ["half a verdict", { type: "graded", verdict: { kind: "passed" } }],
    ["the answer to another question", { type: "tried", results: [], failure: null }],
  ])("says %s", async (_, message) => {
    const client = createGradingClient(spawn);
    const first = client.grade(asked);
    const second = client.grade(asked);
    say(0, message);
    expect(await first).toMatchObject({ kind: "internal-error", code: "bad-answer" });
    expect(worker(0).ended).toBe(true);
    say(1, { type: "started" }, passed);
    expect(await second).toMatchObject({ kind: "passed" });
  });

  test("dies: its request is answered, the next one has a fresh worker", async () => {
    const client = createGradingClient(spawn);
    const first = client.grade(asked);
    worker(0).events.died(new RangeError("out of memory"));
    expect(await first).toMatchObject({
      kind: "internal-error",
      code: "worker-died",
      detail: "RangeError: out of memory",
    });
    expect(workers).toHaveLength(1);
    const second = client.grade(asked);
    say(1, { type: "started" }, passed);
    expect(await second).toMatchObject({ kind: "passed" });
  });

  test("cannot be started", async () => {
    const client = createGradingClient(() => {
      throw new Error("blocked");
    });
    expect(await client.grade(asked)).toMatchObject({
      kind: "internal-error",
      code: "worker-died",
      detail: "Error: blocked",
    });
    expect(await client.grade(asked)).toMatchObject({ kind: "internal-error" });
  });

  test("speaks after its end, and nobody listens", async () => {
    const client = createGradingClient(spawn);
    const first = client.grade(asked);
    client.stop();
    expect(await first).toEqual(cancelled);
    const second = client.grade(asked);
    say(0, passed);
    worker(0).events.died("exit 1");
    say(1, { type: "started" }, { ...passed, verdict: { ...passed.verdict, seed: 8 } });
    expect(await second).toMatchObject({ kind: "passed", seed: 8 });
  });
});

describe("stopping", () => {
  test("ends the running request at once; waiting ones go on in a fresh worker", async () => {
    const client = createGradingClient(spawn);
    const first = client.grade(asked);
    const second = client.grade(asked);
    say(0, { type: "started" });
    client.stop();
    expect(await first).toEqual(cancelled);
    expect(worker(0).ended).toBe(true);
    say(1, { type: "started" }, passed);
    expect(await second).toMatchObject({ kind: "passed" });
  });

  test("with nothing running, nothing happens", () => {
    const client = createGradingClient(spawn);
    client.warm();
    client.stop();
    expect(worker(0).ended).toBe(false);
  });

  test("a signal cancels its own request only, waiting or running", async () => {
    const client = createGradingClient(spawn);
    const controllers = [new AbortController(), new AbortController(), new AbortController()];
    const answers = controllers.map(({ signal }) => client.grade(asked, signal));
    controllers[1]?.abort();
    expect(await answers[1]).toEqual(cancelled);
    expect(worker(0).ended).toBe(false);
    controllers[0]?.abort();
    expect(await answers[0]).toEqual(cancelled);
    say(1, { type: "started" }, passed);
    expect(await answers[2]).toMatchObject({ kind: "passed" });
    expect(await client.grade(asked, AbortSignal.abort())).toEqual(cancelled);
  });

  test("closing ends all, for good", async () => {
    const client = createGradingClient(spawn);
    const answers = [client.grade(asked), client.grade(asked)];
    client.close();
    expect(await Promise.all(answers)).toEqual([cancelled, cancelled]);
    expect(worker(0).ended).toBe(true);
    expect(await client.grade(asked)).toEqual(cancelled);
    client.warm();
    expect(workers).toHaveLength(1);
  });
});
