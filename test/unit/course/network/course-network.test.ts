import { expect, test } from "vitest";
import { courseLinks, courseNetwork } from "#course/network/course-network.ts";
import { toAddress, toNode, toPathNetwork } from "#course/network/host.ts";
import { connectedPrefixes } from "#net/stack/network-interface.ts";
import { routeFault } from "#net/stack/route-validity.ts";
import { tracePath } from "#net/stack/trace-path.ts";
import { formatPrefix } from "#net/wire/prefix.ts";

const network = toPathNetwork(courseNetwork);

/** Sent with a TTL of 64 through Linux namespaces built like this network: 64 less the routers on the way. */
test.each([
  ["A", "192.168.150.10", 62],
  ["A", "192.168.200.10", 63],
  ["B", "192.168.100.10", 62],
  ["B", "192.168.200.10", 61],
  ["C", "192.168.150.10", 61],
  ["A", "203.0.113.1", 62],
  ["B", "203.0.113.1", 63],
])("from %s to %s a packet comes with the TTL that it had in the lab", (from, to, ttl) => {
  const { hops, outcome } = tracePath(network, from, toAddress(to));
  expect([outcome, 64 - (hops.length - 1)]).toEqual(["delivered", ttl]);
});

test("every machine reaches every address", () => {
  const nodes = Object.entries(courseNetwork);
  for (const [from] of nodes) {
    for (const [to, { ifaces }] of nodes) {
      for (const { ip } of ifaces) {
        const { hops, outcome } = tracePath(network, from, toAddress(ip));
        expect([ip, hops.at(-1) ?? from, outcome]).toEqual([ip, to, "delivered"]);
      }
    }
  }
});

test("the rows are such that a machine takes them", () => {
  for (const host of Object.values(courseNetwork)) {
    const { interfaces, routes } = toNode(host);
    for (const route of routes) expect(routeFault(interfaces, route)).toBeNull();
  }
});

test("every interface is on one link, whose prefix and kind are its own", () => {
  const ends = courseLinks.flatMap(({ ends, prefix, kind }) =>
    ends.map(([node, iface]) => `${node}.${iface} ${prefix} ${kind}`),
  );
  const ifaces = Object.entries(network).flatMap(([node, { interfaces }]) =>
    interfaces.map(
      (at) =>
        `${node}.${at.name} ${connectedPrefixes(at).map(formatPrefix).join()} ${at.pointToPoint === true ? "point-to-point" : "lan"}`,
    ),
  );
  expect(ends.sort()).toEqual(ifaces.sort());
});
