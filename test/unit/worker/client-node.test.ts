import { afterAll, expect, test } from "vitest";
import { createGradingClient } from "#worker/client.ts";
import { spawnNodeWorker } from "#worker/client-node.ts";

/** A real thread with the real engine; the watchdog bites early, since what it waits for here never ends. */
const client = createGradingClient(spawnNodeWorker, { backstopMs: 3_000 });
afterAll(() => client.close());

const grade = (source: string) =>
  client.grade({ exercise: "ipv4/checksum", source, seed: 1, runs: 5, extraCases: [] });

const right = `export function ipChecksum(header) {
  let sum = 0;
  for (let i = 0; i < header.length; i += 2) if (i !== 10) sum += header[i] * 256 + header[i + 1];
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return 0xffff - sum;
}`;

test("code that the engine cannot interrupt ends in a timeout, and the next submission is graded", async () => {
  const stuck = "export const ipChecksum = () => Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);";
  const [first, second] = await Promise.all([grade(stuck), grade(right)]);
  expect(first).toMatchObject({ kind: "timeout", cases: { run: 0, passed: 0, total: 0 } });
  expect(second).toMatchObject({ kind: "passed" });
});

test("a stopped run is cancelled, and the next submission is graded", async () => {
  const endless = grade("export function ipChecksum() { for (;;); }");
  const next = grade(right);
  client.stop();
  expect(await endless).toEqual({ kind: "cancelled" });
  expect(await next).toMatchObject({ kind: "passed" });
});

test("an answer nested very deep is a wrong answer or too large, never a fault of the grader", async () => {
  for (const depth of [100, 1_000, 10_000]) {
    const source = `export function ipChecksum() { let a = []; for (let i = 0; i < ${depth}; i++) a = [a]; return a; }`;
    const verdict = await grade(source);
    expect(["failed", "threw"], `depth ${depth}: ${JSON.stringify(verdict).slice(0, 300)}`).toContain(
      verdict.kind,
    );
  }
});

test("a trial goes the same way", async () => {
  const header = { $bytes: "4500001400000000401100000a0000010a000002" };
  const report = await client.tryOut({
    exercise: "ipv4/checksum",
    source: right,
    seed: 1,
    inputs: [[header]],
  });
  // 4500 + 0014 + 4011 + 0a00 + 0001 + 0a00 + 0002 = 9928; complemented: 66d7
  expect(report).toMatchObject({
    type: "tried",
    failure: null,
    results: [{ actual: 0x66d7, stopped: null }],
  });
});
