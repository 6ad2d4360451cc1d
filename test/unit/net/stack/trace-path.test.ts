import { expect, test } from "vitest";
import { tracePath, type PathNetwork, type PathNode } from "#net/stack/trace-path.ts";
import { ip, link, refusing, via } from "./written.ts";

const node = (
  forwarding: boolean,
  interfaces: PathNode["interfaces"],
  ...routes: PathNode["routes"]
): PathNode => ({ interfaces, routes, forwarding });

/** M – B – N, as the document draws it, and a workstation W beside M that forwards nothing. */
const network = {
  M: node(
    false,
    [link("eth0", "192.168.100.10/24")],
    via("0.0.0.0/0", "192.168.100.1", "eth0"),
    via("10.1.0.0/16", "192.168.100.20", "eth0"),
    via("10.2.0.0/16", "192.168.100.99", "eth0"),
  ),
  W: node(false, [link("eth0", "192.168.100.20/24")], via("0.0.0.0/0", "192.168.100.1", "eth0")),
  B: node(
    true,
    [link("p1", "192.168.100.1/24"), link("p2", "192.168.250.1/24")],
    via("10.3.0.0/16", "192.168.100.20", "p1"),
    refusing("blackhole", "10.4.0.0/16"),
  ),
  N: node(false, [link("eth0", "192.168.250.10/24")]),
} satisfies PathNetwork;

test.each([
  ["to oneself, without a hop", "M", "192.168.100.10", [], "delivered"],
  ["to a neighbour", "M", "192.168.100.20", ["W"], "delivered"],
  ["across the router, source not counted", "M", "192.168.250.10", ["B", "N"], "delivered"],
  ["to the router's far side", "M", "192.168.250.1", ["B"], "delivered"],
  ["back, where there is no row", "N", "192.168.100.10", [], "no-route"],
  ["beyond the router, where there is no row", "M", "8.8.8.8", ["B"], "no-route"],
  ["into a row that refuses", "M", "10.4.0.1", ["B"], "no-route"],
  ["by a machine that does not forward", "M", "10.1.0.1", ["W"], "not-a-router"],
  ["by the router's own interface, in and out by one port", "M", "10.3.0.1", ["B", "W"], "not-a-router"],
  ["by a gateway that nobody is", "M", "10.2.0.1", [], "dead-gateway"],
  ["to a neighbour that nobody is", "B", "192.168.250.77", [], "dead-gateway"],
  ["a broadcast of one's own network, at once", "M", "192.168.100.255", [], "delivered"],
  ["a broadcast of the network behind the router", "M", "192.168.250.255", ["B"], "delivered"],
  ["a group, at once", "M", "224.0.0.1", [], "delivered"],
  ["from a machine that is not there", "X", "8.8.8.8", [], "no-route"],
])("%s", (_, from, to, hops, outcome) => {
  expect(tracePath(network, from, ip(to))).toEqual({ hops, outcome });
});

test("two defaults that point at each other are a loop; the machine that comes again ends the list", () => {
  const loop = {
    P: node(true, [link("e", "10.0.0.1/24")], via("0.0.0.0/0", "10.0.0.2", "e")),
    Q: node(true, [link("e", "10.0.0.2/24")], via("0.0.0.0/0", "10.0.0.1", "e")),
    M: node(false, [link("e", "10.0.0.3/24")], via("0.0.0.0/0", "10.0.0.1", "e")),
  };
  expect(tracePath(loop, "M", ip("8.8.8.8"))).toEqual({ hops: ["P", "Q", "P"], outcome: "loop" });
  const back = { ...loop, Q: { ...loop.Q, routes: [via("0.0.0.0/0", "10.0.0.3", "e")] } };
  expect(tracePath(back, "M", ip("8.8.8.8"))).toEqual({ hops: ["P", "Q", "M"], outcome: "loop" });
});

test("on a point-to-point link the other end takes every packet, asked for or not", () => {
  const ppp = (address: string) => ({ ...link("ppp0", address), pointToPoint: true });
  const ends = {
    P: node(true, [ppp("10.0.0.0/31")], via("0.0.0.0/0", null, "ppp0")),
    Q: node(true, [ppp("10.0.0.1/31"), link("e", "192.0.2.1/24")]),
    R: node(true, [ppp("10.9.0.0/31")]),
  };
  expect(tracePath(ends, "P", ip("192.0.2.1"))).toEqual({ hops: ["Q"], outcome: "delivered" });
  expect(tracePath(ends, "R", ip("10.9.0.1"))).toEqual({ hops: [], outcome: "dead-gateway" });
});

test("a gateway answers ARP on its own link only", () => {
  const far = {
    P: node(
      false,
      [link("e", "10.0.0.1/24")],
      via("0.0.0.0/0", "10.7.0.1", "e"),
      via("10.7.0.0/24", "10.0.0.2", "e"),
    ),
    Q: node(true, [link("e", "10.0.0.2/24"), link("f", "10.7.0.1/24")]),
  };
  expect(tracePath(far, "P", ip("10.7.0.1"))).toEqual({ hops: ["Q"], outcome: "delivered" });
  expect(tracePath(far, "P", ip("8.8.8.8"))).toEqual({ hops: [], outcome: "dead-gateway" });
  const down = { ...far, Q: { ...far.Q, interfaces: far.Q.interfaces.map((at) => ({ ...at, up: false })) } };
  expect(tracePath(down, "P", ip("10.7.0.1"))).toEqual({ hops: [], outcome: "dead-gateway" });
});
