import { beforeAll, expect, test } from "vitest";
import type { Engine } from "../../../../src/course/grading/engine.ts";
import { play } from "../../../../src/course/playing/play.ts";
import { loadEngine } from "../../../../src/worker/engine-node.ts";
import { expectAsListed, listed, mistakesOf, shownBy, type MistakeTable, type Shown } from "./capstones.ts";
import { networkOf, source } from "./course.ts";

/**
 * Capstone 09.5: every wrong router of the exercise in R1, R2 and R3 of the course's network. Nothing hangs, nothing is
 * an error of ours, and the tables say what a learner sees of each.
 */
const commands: readonly (readonly [name: string, node: string, line: string])[] = [
  ["R1", "A", "ping -c 1 192.168.100.1"],
  ["C", "A", "ping -c 1 192.168.200.10"],
  ["B", "A", "ping -c 1 192.168.150.10"],
  ["B, TTL 1", "A", "ping -c 1 -t 1 192.168.150.10"],
  ["B, in fragments", "A", "ping -c 1 -s 3000 192.168.150.10"],
  ["other address of R1, TTL 1", "A", "ping -c 1 -t 1 192.168.50.1"],
  ["everybody near B", "A", "ping -c 1 192.168.150.255"],
  ["way", "A", "traceroute 192.168.150.10"],
  ["way back", "B", "traceroute 192.168.100.10"],
  // From here on R1 has three rows that hold C, the best of them last, and A has none: the way is A, R1, R3, C.
  ["", "R1", "ip route del 192.168.200.0/24"],
  ["", "R1", "ip route add 192.168.200.0/24 via 192.168.50.2 metric 10"],
  ["", "R1", "ip route add 192.168.200.0/24 via 192.168.100.2 metric 5"],
  ["", "A", "ip route del 192.168.200.0/24"],
  ["detour", "A", "ping -c 1 192.168.200.10"],
];
const names = commands.map(([name]) => name);

/** The answer that came, or the addresses on the way. */
function summary(output: readonly string[]): string {
  if (output[0]?.startsWith("traceroute") === true)
    return output
      .slice(1)
      .flatMap((line) => /^ ?\d+ {2}(\S+)/.exec(line)?.[1] ?? [])
      .join(" ");
  const answer = output
    .map((line) => /bytes from (\S+): icmp_seq=1 (ttl=\d+)/.exec(line))
    .find((found) => found);
  if (answer) return `${answer[1] ?? ""} ${answer[2] ?? ""}`;
  return (
    output.flatMap((line) => /^From (\S+ )icmp_seq=1 (.*)/.exec(line)?.slice(1) ?? []).join("") || "lost"
  );
}

let engine: Engine;
const shown = async (file: string): Promise<Shown> => {
  const functions = [{ entry: "route", source: source(file), nodes: ["R1", "R2", "R3"] }];
  const typed = commands.map(([, node, line]) => ({ node, line }));
  const report = await play(engine, { figure: networkOf("document"), seed: 1, functions, commands: typed });
  return shownBy(report, names, summary);
};

const [R1, R2] = ["192.168.100.1", "192.168.50.2"];
const silence = " *".repeat(29);
const unreachable = { B: `${R1} Destination Host Unreachable`, C: "192.168.200.10 ttl=63" };
const firstHopOnly = { R1: `${R1} ttl=64`, C: "lost", B: "lost", way: R1 + silence };
const loop = { detour: `${R2} Time to live exceeded` };

const table: MistakeTable = {
  seen: {
    "arp-for-the-destination": unreachable,
    "broadcast-forwarded": { "everybody near B": "lost" },
    "carrier-checksum-forgotten": { "B, TTL 1": "lost", way: "* * 192.168.150.10" },
    "checksum-kept": firstHopOnly,
    "default-forgotten": { C: "192.168.200.10 ttl=63", B: `${R1} Destination Net Unreachable` },
    "delivery-needs-ttl": { "other address of R1, TTL 1": `${R1} Time to live exceeded` },
    "destination-replaced-by-gateway": { B: `${R2} ttl=63`, way: R1 + silence },
    "error-from-first-interface": { "way back": "192.168.50.2 192.168.100.1 192.168.100.10" },
    "exactly-mtu-refused": { B: "192.168.150.10 ttl=62", "B, in fragments": "lost" },
    "expired-in-silence": { "B, TTL 1": "lost", way: "* * 192.168.150.10" },
    "first-match": loop,
    "metric-before-length": loop,
    "metric-ignored": loop,
    "own-address-of-arrival-only": { "other address of R1, TTL 1": `${R1} Time to live exceeded` },
    "resolve-names-the-destination": unreachable,
    "same-interface-refused": { detour: "lost" },
    "signed-broadcast": { "everybody near B": "lost" },
    "ttl-kept": { C: "192.168.200.10 ttl=64", B: "192.168.150.10 ttl=64", way: `${R1} 192.168.150.10` },
    "ttl-zero-sent": { "B, TTL 1": `${R2} Time to live exceeded`, way: `${R2} 192.168.150.10` },
    "unknown-neighbour-dropped": firstHopOnly,
  },
  unseen: {
    "connected-first": "no row is more precise than a connected network",
    "decrements-before-delivering": "the TTL of what is delivered to a router is shown to nobody",
    "df-ignored": "all links have the same MTU",
    "error-about-error": "no ICMP error dies on its way",
    "error-from-arrival-interface": "errors leave by the interface of arrival",
    "error-out-of-arrival": "errors leave by the interface of arrival",
    "error-with-tos-zero": "no program shows the TOS",
    "martians-accepted": "no machine lies about its address",
    "mtu-ignored": "all links have the same MTU",
    "mtu-of-arrival": "all links have the same MTU",
    "multicast-routed": "nobody is in a group that answers",
    "not-a-router-forwards": "all three forward",
    "padding-counted": "no card of the simulator pads",
    "padding-refused": "no card of the simulator pads",
    "route-before-ttl": "a default route holds every address",
    "routes-before-checking": "no link damages a packet",
    "writes-into-argument": "each packet is handed over as a copy",
  },
};

let reference: Shown;
beforeAll(async () => {
  engine = await loadEngine();
  reference = await shown("routing/router/solution");
});

test("the model solution carries everything", () => {
  expect(reference).toEqual({
    fault: null,
    R1: `${R1} ttl=64`,
    C: "192.168.200.10 ttl=63",
    B: "192.168.150.10 ttl=62",
    "B, TTL 1": `${R1} Time to live exceeded`,
    "B, in fragments": "192.168.150.10 ttl=62",
    "other address of R1, TTL 1": "192.168.50.1 ttl=64",
    // R2 answers for a network of its own, from the interface that leads to A.
    "everybody near B": `${R2} ttl=63`,
    way: `${R1} ${R2} 192.168.150.10`,
    "way back": "192.168.150.1 192.168.50.1 192.168.100.10",
    detour: "192.168.200.10 ttl=63",
  });
});

test("each mistake of the folder stands in one table", () => {
  expect(listed(table)).toEqual(mistakesOf("routing/router").toSorted());
});

test.each(mistakesOf("routing/router"))("%s", async (mistake) => {
  expectAsListed(mistake, await shown(`routing/router/mistakes/${mistake}`), reference, table);
});
