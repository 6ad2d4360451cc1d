import { array, boolean, constantFrom, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import type { Flow, NatEntry } from "#net/stack/nat-entry.ts";
import { allocatePort } from "#net/stack/nat-ports.ts";
import { natInbound, natLifetimes, natOutbound, type NatRules, type NatStep } from "#net/stack/nat.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import { holds } from "../holds.ts";
import { prefix } from "./written.ts";

const ip = (text: string): number => parseIpv4Address(text) ?? -1;
const [tcp, udp] = [6, 17];
const outside = ip("203.0.113.5");
const rules: NatRules = {
  outside,
  inside: prefix("192.168.100.0/24"),
  ports: [20_000, 20_002],
  forwards: [{ protocol: tcp, port: 80, to: ip("192.168.100.80"), toPort: 8080 }],
  ...natLifetimes,
};
const server = ip("198.51.100.7");
const flow = (fields: Partial<Flow> = {}): Flow => ({
  protocol: udp,
  source: ip("192.168.100.10"),
  sourcePort: 5000,
  destination: server,
  destinationPort: 53,
  ...fields,
});
const answerTo = (flow: Flow): Flow => ({
  protocol: flow.protocol,
  source: flow.destination,
  sourcePort: flow.destinationPort,
  destination: flow.source,
  destinationPort: flow.sourcePort,
});
const out = (entries: readonly NatEntry[], fields: Partial<Flow> = {}, now = 0): NatStep =>
  natOutbound(rules, entries, flow(fields), now, 0);
const sent = ({ verdict }: NatStep): Flow | string =>
  verdict.action === "transmit" ? verdict.flow : verdict.reason;
const sentFlow = (step: NatStep): Flow => {
  const flow = sent(step);
  if (typeof flow === "string") throw new Error(flow);
  return flow;
};

test("the source changes, the destination stays; the answer finds its way back", () => {
  const step = out([]);
  expect(sent(step)).toEqual(flow({ source: outside, sourcePort: 20_000 }));
  expect(sent(natInbound(rules, step.entries, answerTo(sentFlow(step)), 1))).toEqual(answerTo(flow()));
});

test("one dialogue keeps its port; others to the same server get others, until none is left", () => {
  let step = out([]);
  step = out(step.entries);
  expect([step.entries.length, sentFlow(step).sourcePort]).toEqual([1, 20_000]);
  step = out(step.entries, { source: ip("192.168.100.11") });
  expect(sentFlow(step).sourcePort).toBe(20_001);
  step = out(step.entries, { sourcePort: 5001 });
  expect(sentFlow(step).sourcePort).toBe(20_002);
  expect(sent(out(step.entries, { sourcePort: 5002 }))).toBe("ports-exhausted");
  // Another server, another of its ports, another protocol: all ports are free again.
  expect(sentFlow(out(step.entries, { sourcePort: 5002, destination: server + 1 })).sourcePort).toBe(20_000);
  expect(sentFlow(out(step.entries, { sourcePort: 5002, destinationPort: 54 })).sourcePort).toBe(20_000);
  expect(sentFlow(out(step.entries, { sourcePort: 5002, protocol: tcp })).sourcePort).toBe(20_000);
});

test("nobody but the remote end of a dialogue comes in by its port", () => {
  const { entries } = out([]);
  const answer = answerTo(flow({ source: outside, sourcePort: 20_000 }));
  const come = (fields: Partial<Flow>): Flow | string =>
    sent(natInbound(rules, entries, { ...answer, ...fields }, 1));
  expect(come({ source: server + 1 })).toBe("unsolicited");
  expect(come({ sourcePort: 54 })).toBe("unsolicited");
  expect(come({ destinationPort: 20_001 })).toBe("unsolicited");
  expect(come({ protocol: tcp })).toBe("unsolicited");
  expect(come({ destination: outside + 1 })).toBe("not-for-me");
});

test("sources outside and destinations inside are not for NAT", () => {
  expect(sent(out([], { source: ip("10.0.0.1") }))).toBe("external-source");
  expect(sent(out([], { destination: ip("192.168.100.11") }))).toBe("local");
});

test.each([
  [udp, 120_000],
  [tcp, 7_440_000],
])("protocol %s: silence ends an entry after %s ms, any packet begins it anew", (protocol, lifetime) => {
  const { entries } = out([], { protocol });
  const answer = answerTo(flow({ protocol, source: outside, sourcePort: 20_000 }));
  expect(sent(natInbound(rules, entries, answer, lifetime))).toBe("unsolicited");
  const refreshed = natInbound(rules, entries, answer, lifetime - 1);
  expect(sent(refreshed)).toEqual(answerTo(flow({ protocol })));
  const again = natInbound(rules, refreshed.entries, answer, 2 * lifetime - 2);
  expect(sent(again)).toEqual(answerTo(flow({ protocol })));
  expect(natInbound(rules, again.entries, answer, 4 * lifetime).entries).toEqual([]);
});

test("a forwarded service is reached from anywhere and answers from the outside port", () => {
  const asked = {
    protocol: tcp,
    source: server,
    sourcePort: 40_000,
    destination: outside,
    destinationPort: 80,
  };
  const step = natInbound(rules, [], asked, 0);
  const inner = { ...asked, destination: ip("192.168.100.80"), destinationPort: 8080 };
  expect(sent(step)).toEqual(inner);
  expect(sent(natOutbound(rules, step.entries, answerTo(inner), 1, 0))).toEqual(answerTo(asked));
  expect(sent(natInbound(rules, [], { ...asked, protocol: udp }, 0))).toBe("unsolicited");
});

test("without a range a flow keeps its port, or gets another of the same kind", () => {
  const entry = (outsidePort: number): NatEntry => ({
    protocol: udp,
    inside: 1,
    insidePort: 1,
    outsidePort,
    remote: server,
    remotePort: 53,
    lastSeen: 0,
  });
  expect(allocatePort(null, [], flow({ sourcePort: 700 }), 0)).toBe(700);
  expect(allocatePort(null, [entry(700)], flow({ sourcePort: 700 }), 0)).toBe(512);
  expect(allocatePort(null, [entry(300), entry(1)], flow({ sourcePort: 300 }), 0)).toBe(2);
  expect(allocatePort(null, [entry(5000)], flow(), 7)).toBe(1031);
  expect(allocatePort([10, 12], [entry(10), entry(12)], flow(), 2)).toBe(11);
  expect(allocatePort([10, 12], [entry(11)], flow(), -1)).toBe(12);
  const all = Array.from({ length: 512 }, (_, i) => entry(512 + i));
  expect(allocatePort(null, all, flow({ sourcePort: 700 }), 3)).toBeNull();
});

test("whatever is said, what comes back reaches who asked, and nobody else is ever reached", () => {
  const event = record({
    host: integer({ min: 10, max: 12 }),
    port: integer({ min: 1, max: 3 }),
    remote: integer({ min: 0, max: 1 }),
    protocol: constantFrom(tcp, udp),
    wait: integer({ min: 0, max: 70_000 }),
    draw: integer(),
    keep: boolean(),
  });
  holds(
    property(array(event, { maxLength: 25 }), (events) => {
      let entries: readonly NatEntry[] = [];
      let now = 0;
      for (const { host, port, remote, protocol, wait, draw, keep } of events) {
        now += wait;
        const asked = flow({
          protocol,
          source: ip(`192.168.100.${host}`),
          sourcePort: port,
          destination: server + remote,
        });
        const box = { ...rules, ports: keep ? null : rules.ports };
        const step = natOutbound(box, entries, asked, now, draw);
        entries = step.entries;
        if (step.verdict.action === "drop") {
          expect(step.verdict.reason).toBe("ports-exhausted");
          continue;
        }
        const back = natInbound(box, entries, answerTo(step.verdict.flow), now);
        expect(sent(back)).toEqual(answerTo(asked));
        const names = entries.map((e) => [e.protocol, e.outsidePort, e.remote, e.remotePort].join(" "));
        expect(new Set(names).size).toBe(names.length);
      }
    }),
  );
});
