import { expect, test } from "vitest";
import { learnerBehaviour } from "../../../../src/course/network/learner-behaviour.ts";
import { UnusableAnswer, type LearnerFunctions } from "../../../../src/course/network/learner-functions.ts";
import { pathMtuProbe, tracerouteProbe } from "../../../../src/course/network/probes.ts";
import { courseTopology } from "../../../../src/course/network/topology.ts";
import type { Topology } from "#net/simulator/topology.ts";
import { ping } from "#net/stack/programs/ping.ts";
import { internetChecksum } from "#net/wire/checksum.ts";
import { only, outputs, simulationOf } from "../../net/simulator/build.ts";
import { ip } from "../../net/stack/written.ts";

/** A node of the course's network takes decisions by these functions, while A pings B through it. */
function pingThrough(node: string, functions: LearnerFunctions, to = "192.168.150.10", ttl = 64) {
  const simulation = simulationOf(courseTopology, { behaviours: { [node]: learnerBehaviour(functions) } });
  simulation.start("A", ping({ destination: ip(to), count: 2, wait: 1500, ttl }));
  simulation.runUntil(10_000);
  return simulation.journal;
}
const received = (journal: ReturnType<typeof pingThrough>): number =>
  outputs(journal).flatMap((output) => (output.kind === "ping-summary" ? [output.received] : []))[0] ?? -1;
const dropsAt = (journal: ReturnType<typeof pingThrough>, node: string): string[] =>
  only(journal, "dropped").flatMap((entry) => (entry.node === node ? [entry.reason] : []));

/** A right `decrementTtl`: a new checksum over the whole header. */
function lowerTtl(packet: Uint8Array, checksum: boolean) {
  if ((packet[8] ?? 0) <= 1) return { action: "drop" };
  const copy = packet.slice();
  copy[8] = (copy[8] ?? 0) - 1;
  if (checksum) {
    copy.set([0, 0], 10);
    const sum = internetChecksum(copy.subarray(0, 20));
    copy.set([sum >> 8, sum & 0xff], 10);
  }
  return { action: "forward", packet: copy };
}

test("a right decrementTtl in R1 changes nothing for A", () => {
  const journal = pingThrough("R1", { decrementTtl: (packet) => lowerTtl(packet, true) });
  expect(received(journal)).toBe(2);
  expect(outputs(journal)[0]).toMatchObject({ ttl: 62 });
});

test("a decrementTtl that forgets the checksum: the next router drops everything", () => {
  const journal = pingThrough("R1", { decrementTtl: (packet) => lowerTtl(packet, false) });
  expect(received(journal)).toBe(0);
  expect(dropsAt(journal, "R2")).toEqual(["checksum", "checksum"]);
});

test("a decrementTtl that says drop makes the router answer time exceeded", () => {
  const journal = pingThrough(
    "R1",
    { decrementTtl: (packet) => lowerTtl(packet, true) },
    "192.168.150.10",
    1,
  );
  expect(outputs(journal)[0]).toMatchObject({ kind: "icmp-error", from: "192.168.100.1", type: 11, code: 0 });
});

test("a wrong checksum of one's own packets: the neighbour drops them", () => {
  const journal = pingThrough("A", { ipChecksum: () => 0x1234 });
  expect(dropsAt(journal, "R1")).toEqual(["checksum", "checksum"]);
  const right = pingThrough("A", {
    ipChecksum: (header) => {
      const copy = header.slice();
      copy.set([0, 0], 10);
      return internetChecksum(copy);
    },
  });
  expect(received(right)).toBe(2);
});

test("a lookup that takes the first row sends packets for R3 elsewhere", () => {
  expect(received(pingThrough("R1", { lookup: (table) => table[0] ?? null }, "192.168.200.10"))).toBe(2);
  const last = pingThrough("A", { lookup: (table) => table.at(-1) ?? null }, "192.168.200.10");
  // All goes to R1 now, which sends it on and tells A of R3.
  expect(only(last, "received").some(({ node, bytes }) => node === "R1" && bytes.length === 98)).toBe(true);
  expect(received(pingThrough("A", { lookup: () => null }))).toBe(0);
});

test("a nextHop that asks for the destination itself gets no answer", () => {
  const direct: LearnerFunctions["nextHop"] = (_, { iface }, dst) => ({ iface, resolve: dst });
  const journal = pingThrough("A", { nextHop: direct });
  expect(received(journal)).toBe(0);
  expect(dropsAt(journal, "A")).toContain("neighbour-unreachable");
  const right: LearnerFunctions["nextHop"] = (_, { iface, gateway }, dst) => ({
    iface,
    resolve: gateway ?? dst,
  });
  expect(received(pingThrough("A", { nextHop: right }))).toBe(2);
});

test("deliver decides what leaves", () => {
  const host: LearnerFunctions["deliver"] = (_, dst) =>
    dst.startsWith("192.168.100.") ? { kind: "direct", dev: "eth0" } : { kind: "via", dev: "eth0" };
  expect(received(pingThrough("A", { deliver: host }))).toBe(2);
  expect(received(pingThrough("A", { deliver: () => ({ kind: "unreachable", dev: null }) }))).toBe(0);
});

test("an arpReply of one's own answers, or leaves the neighbours without an answer", () => {
  const journal = pingThrough("B", { arpReply: () => null });
  expect(received(journal)).toBe(0);
  expect(dropsAt(journal, "R2")).toContain("neighbour-unreachable");
  const reply: LearnerFunctions["arpReply"] = (frame, me) => {
    if (frame[21] !== 1 || [...frame.subarray(38, 42)].join(".") !== me.ip) return null;
    const mac = me.mac.split(":").map((part) => Number.parseInt(part, 16));
    const answer = new Uint8Array(42);
    answer.set(frame.subarray(6, 12), 0);
    answer.set(mac, 6);
    answer.set(frame.subarray(12, 20), 12);
    answer.set([0, 2, ...mac], 20);
    answer.set(frame.subarray(38, 42), 28);
    answer.set(frame.subarray(22, 32), 32);
    return answer;
  };
  expect(received(pingThrough("B", { arpReply: reply }))).toBe(2);
});

test("arpStep is the whole of ARP of a node", () => {
  /** Learns from every answer, asks once, keeps one packet. */
  const arpStep: LearnerFunctions["arpStep"] = (state, event) => {
    const { me, entries, pending } = state as ArpState;
    if (event.kind === "tick") return { state, actions: [] };
    if (event.kind === "send") {
      const known = entries[event.ip];
      if (known !== undefined) {
        return { state, actions: [{ kind: "transmit", packet: event.packet, mac: known.mac }] };
      }
      const waits = { packet: event.packet, retryAt: 1, tries: 1 };
      return {
        state: { me, entries, pending: { ...pending, [event.ip]: waits } },
        actions: [{ kind: "request", ip: event.ip }],
      };
    }
    const { [event.senderIp]: waiting, ...others } = pending;
    return {
      state: {
        me,
        entries: { ...entries, [event.senderIp]: { mac: event.senderMac, expires: 60 } },
        pending: others,
      },
      actions: [
        ...(event.op === 1 && event.targetIp === me.ip
          ? [{ kind: "reply", to: event.senderMac, ip: event.senderIp }]
          : []),
        ...(waiting === undefined
          ? []
          : [{ kind: "transmit", packet: waiting.packet, mac: event.senderMac }]),
      ],
    };
  };
  const journal = pingThrough("A", { arpStep });
  expect(received(journal)).toBe(2);
  expect(only(journal, "neighbour").filter(({ node }) => node === "A")).toMatchObject([
    { address: "192.168.100.1", before: null, after: { mac: null } },
    { address: "192.168.100.1", after: { mac: "02:00:00:00:00:02" } },
  ]);
  const silent = pingThrough("A", { arpStep: (state) => ({ state, actions: [] }) });
  expect([received(silent), only(silent, "sent").filter(({ node }) => node === "A")]).toEqual([0, []]);
});

test("icmpEchoReply and icmpErrorFor make the messages", () => {
  expect(received(pingThrough("B", { icmpEchoReply: () => null }))).toBe(0);
  const stale = pingThrough("B", {
    icmpEchoReply: (message) => (message[0] === 8 ? Uint8Array.of(0, ...message.subarray(1)) : null),
  });
  // The checksum is still that of the request.
  expect([received(stale), dropsAt(stale, "A")]).toEqual([0, ["checksum", "checksum"]]);
  const quiet = pingThrough("R1", { icmpErrorFor: () => null }, "192.168.150.10", 1);
  expect(outputs(quiet)).toMatchObject([{ kind: "ping-summary", errors: 0 }]);
  const causes: unknown[] = [];
  const own = pingThrough(
    "R1",
    {
      icmpErrorFor: (packet, cause, ctx) => {
        causes.push([cause, ctx]);
        const message = new Uint8Array(8 + 28);
        message.set([11, 0]);
        message.set(packet.subarray(0, 28), 8);
        const sum = internetChecksum(message);
        message.set([sum >> 8, sum & 0xff], 2);
        return message;
      },
    },
    "192.168.150.10",
    1,
  );
  expect(outputs(own)[0]).toMatchObject({ kind: "icmp-error", from: "192.168.100.1", type: 11 });
  expect(causes[0]).toEqual([{ kind: "ttl-exceeded" }, { linkBroadcast: false }]);
});

test("route is everything that a router does: it may ask for a neighbour, and sees the packet again", () => {
  const calls: RouterAction["kind"][] = [];
  const route: LearnerFunctions["route"] = (router, _, packet): RouterAction => {
    const dst = [...packet.subarray(16, 20)].join(".");
    const [iface, next] = dst.startsWith("192.168.150.") ? ["if2", dst] : ["if1", dst];
    const lowered = lowerTtl(packet, true);
    const decide = (): RouterAction => {
      if (router.ifaces.some(({ ip: own }) => own === dst)) return { kind: "deliver", packet };
      if (lowered.packet === undefined) return { kind: "drop", reason: "ttl" };
      const mac = iface === "if1" ? "00:00:00:00:00:00" : router.neighbours[next];
      if (mac === undefined) return { kind: "resolve", iface, ip: next };
      return { kind: "transmit", iface, dstMac: mac, packet: lowered.packet };
    };
    const action = decide();
    calls.push(action.kind);
    return action;
  };
  const journal = pingThrough("R2", { route });
  expect(received(journal)).toBe(2);
  expect(calls).toEqual(["resolve", "transmit", "transmit", "transmit", "transmit"]);
});

test("a route that asks for ever, and one that gives nonsense", () => {
  const forever = pingThrough("R2", {
    route: () => ({ kind: "resolve", iface: "if2", ip: "192.168.150.10" }),
  });
  expect(dropsAt(forever, "R2")).toContain("unresolved");
  const nonsense = () => pingThrough("R2", { route: () => ({ kind: "transmit", iface: "if2" }) });
  expect(nonsense).toThrow(UnusableAnswer);
  const thrown = () =>
    pingThrough("R2", {
      route: () => {
        throw new RangeError("mine");
      },
    });
  expect(thrown).toThrow("mine");
});

test("the probe of traceroute shows routers, the end, and silence", () => {
  const simulation = simulationOf(courseTopology);
  const destination = ip("192.168.150.10");
  const probe = tracerouteProbe({ simulation, node: "A", destination, wait: 3000 });
  expect([1, 2, 3].map((ttl) => probe(ttl, 33_433 + ttl))).toMatchObject([
    { from: "192.168.100.1", type: 11, code: 0, quotedDstPort: 33_434 },
    { from: "192.168.50.2", type: 11, code: 0, quotedDstPort: 33_435 },
    { from: "192.168.150.10", type: 3, code: 3, quotedDstPort: 33_436 },
  ]);
  const nowhere = tracerouteProbe({
    simulation: simulationOf(courseTopology, { faults: [{ kind: "silent", node: "R1" }] }),
    node: "A",
    destination,
    wait: 1000,
  });
  expect(nowhere(1, 33_434)).toBeNull();
});

test("an answer that comes late is taken for that of the next probe", () => {
  const simulation = simulationOf(courseTopology, {
    faults: [{ kind: "delay", link: "R1-R2", ms: 700, until: 500 }],
  });
  const probe = tracerouteProbe({ simulation, node: "A", destination: ip("192.168.150.10"), wait: 1000 });
  // Half a second late at R1-R2, there and back: the answer to the first comes while the second is under way.
  expect(probe(2, 33_434)?.quotedDstPort).toBe(33_434);
  const slow = simulationOf(courseTopology, { faults: [{ kind: "delay", link: "R1-R2", ms: 700 }] });
  const late = tracerouteProbe({
    simulation: slow,
    node: "A",
    destination: ip("192.168.150.10"),
    wait: 1000,
  });
  expect(late(2, 33_434)).toBeNull();
  expect(late(1, 33_435)?.quotedDstPort).toBe(33_435);
  expect(late(2, 33_436)?.quotedDstPort).toBe(33_434);
});

test("the probe of path-MTU discovery tells what fits, what does not, and nothing", () => {
  const narrow: Topology = {
    ...courseTopology,
    links: courseTopology.links.map((link) => (link.name === "R1-R2" ? { ...link, mtu: 1400 } : link)),
  };
  const prober = { node: "A", destination: ip("192.168.150.10"), wait: 3000 };
  const probe = pathMtuProbe({ ...prober, simulation: simulationOf(narrow) });
  expect([1500, 1400, 1401].map(probe)).toEqual([{ fragNeeded: 1400 }, { ok: true }, { fragNeeded: 1400 }]);
  const hole = simulationOf(courseTopology, { faults: [{ kind: "mtu", link: "R2-B", mtu: 1300 }] });
  expect([1301, 1300].map(pathMtuProbe({ ...prober, simulation: hole }))).toEqual([
    { silence: true },
    { ok: true },
  ]);
});
