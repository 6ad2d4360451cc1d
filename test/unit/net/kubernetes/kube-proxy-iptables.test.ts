import { array, integer, nat, property, record } from "fast-check";
import { expect, test } from "vitest";
import { serviceRules, thresholdOf, walkRules } from "#net/kubernetes/kube-proxy-iptables.ts";
import { affinityTimeout, connectWithAffinity, type Visit } from "#net/kubernetes/session-affinity.ts";
import { holds } from "../holds.ts";

// Part E of the course.
test("three endpoints: 1/3, 1/2 of what is left, the rest", () => {
  expect(serviceRules(["a", "b", "c"])).toEqual([
    { probability: "0.3333333333", to: "a" },
    { probability: "0.5000000000", to: "b" },
    { probability: null, to: "c" },
  ]);
});

test("without an endpoint the client is refused", () => {
  expect(serviceRules([])).toBe("REJECT");
});

test("one draw for each rule with a probability that is reached", () => {
  const rules = serviceRules(["a", "b", "c"]);
  if (rules === "REJECT") throw new Error("three endpoints have rules");
  const walk = (...draws: number[]): [string | null, number] => {
    let asked = 0;
    const to = walkRules(rules, () => draws[asked++] ?? 0);
    return [to, asked];
  };
  const third = thresholdOf("0.3333333333");
  expect(walk(third - 1)).toEqual(["a", 1]);
  expect(walk(third, 2 ** 30 - 1)).toEqual(["b", 2]);
  expect(walk(third, 2 ** 30)).toEqual(["c", 2]);
});

test("every endpoint has the same share", () => {
  holds(
    property(integer({ min: 1, max: 300 }), (count) => {
      const rules = serviceRules(Array.from({ length: count }, (_, i) => i));
      if (rules === "REJECT") throw new Error("there are endpoints");
      let left = 1;
      for (const { probability } of rules) {
        const share = probability === null ? left : (left * thresholdOf(probability)) / 2 ** 31;
        left -= share;
        expect(Math.abs(share - 1 / count)).toBeLessThan(1e-8);
      }
    }),
  );
});

const connect = (visits: readonly Visit<string>[], client: number, now: number, draw: number) =>
  connectWithAffinity(["a", "b"], visits, client, affinityTimeout, now, () => draw);
const [low, high] = [0, 2 ** 31 - 1];

test("a client stays with its endpoint for three hours after its last connection", () => {
  const first = connect([], 1, 0, high);
  expect(first.endpoint).toBe("b");
  const second = connect(first.visits, 1, 10_800_000, low);
  expect(second.endpoint).toBe("b");
  // The second connection began the time again.
  expect(connect(second.visits, 1, 21_600_000, low).endpoint).toBe("b");
  expect(connect(second.visits, 1, 21_600_001, low).endpoint).toBe("a");
});

test("another client draws for itself", () => {
  expect(connect(connect([], 1, 0, high).visits, 2, 1, low).endpoint).toBe("a");
});

test("an endpoint that is gone holds nobody", () => {
  const { visits } = connect([], 1, 0, high);
  expect(connectWithAffinity(["a"], visits, 1, affinityTimeout, 1, () => low).endpoint).toBe("a");
  expect(connectWithAffinity([], visits, 1, affinityTimeout, 1, () => low)).toEqual({
    visits: [],
    endpoint: "REJECT",
  });
});

test("two connections of a client within the time-out have one endpoint", () => {
  const connection = record({ client: nat(3), wait: nat(2000), draw: integer({ min: low, max: high }) });
  holds(
    property(array(connection, { maxLength: 40 }), (connections) => {
      let [now, visits]: [number, readonly Visit<string>[]] = [0, []];
      const last = new Map<number, { at: number; endpoint: string }>();
      for (const { client, wait, draw } of connections) {
        now += wait;
        const step = connectWithAffinity(["a", "b", "c"], visits, client, 3000, now, () => draw);
        visits = step.visits;
        const known = last.get(client);
        if (known !== undefined && now - known.at <= 3000) expect(step.endpoint).toBe(known.endpoint);
        last.set(client, { at: now, endpoint: step.endpoint });
        expect(visits.length).toBeLessThanOrEqual(4);
      }
    }),
  );
});
