import { array, bigInt, boolean, constantFrom, integer, property, record, tuple } from "fast-check";
import { expect, test } from "vitest";
import { deliveryOf } from "#net/stack/delivery.ts";
import type { NetworkInterface } from "#net/stack/network-interface.ts";
import { nextHop } from "#net/stack/next-hop.ts";
import { routeFault } from "#net/stack/route-validity.ts";
import { connectedRoutes, lookupRoute, type Route } from "#net/stack/routing-table.ts";
import { containsAddress, prefixOf, sizeOf } from "#net/wire/prefix.ts";
import { holds } from "../holds.ts";
import { ip, link, refusing, via } from "./written.ts";

/** Machine A of the course's topology. */
const a = {
  interfaces: [link("lo", "127.0.0.1/8"), link("eth0", "192.168.100.10/24")],
  routes: [via("192.168.200.0/24", "192.168.100.2", "eth0"), via("0.0.0.0/0", "192.168.100.1", "eth0")],
};
const address = (six: boolean, host: bigint) => ({
  version: six ? (6 as const) : (4 as const),
  value: (six ? 0x2001_0db8n << 96n : 0x0a00_0000n) + host,
});
/** Rows and addresses of a few networks, so that prefixes often nest and are often equal. */
const crowded = record({
  rows: array(
    record({
      six: boolean(),
      host: bigInt({ min: 0n, max: 255n }),
      cut: integer({ min: 0, max: 9 }),
      metric: integer({ min: 0, max: 2 }),
    }),
    { maxLength: 12 },
  ),
  six: boolean(),
  host: bigInt({ min: 0n, max: 255n }),
}).map(({ rows, six, host }) => ({
  table: rows.map(({ six, host, cut, metric }, i): Route => {
    const bits = six ? 128 : 32;
    const destination = prefixOf(address(six, host), cut === 9 ? 0 : bits - cut);
    return { kind: "unicast", destination, metric, gateway: null, interface: `e${i}` };
  }),
  destination: address(six, host),
}));

test("no row that holds the address is longer, or as long and cheaper, or equal and earlier", () => {
  holds(
    property(crowded, ({ table, destination }) => {
      const found = lookupRoute(table, destination);
      const holding = table.filter((route) => containsAddress(route.destination, destination));
      if (found === null) return holding.length === 0;
      expect(holding).toContain(found);
      for (const other of holding) {
        const larger = sizeOf(other.destination) > sizeOf(found.destination);
        const same = sizeOf(other.destination) === sizeOf(found.destination);
        const later = table.indexOf(other) >= table.indexOf(found);
        expect(
          larger || (same && (other.metric > found.metric || (other.metric === found.metric && later))),
        ).toBe(true);
      }
      return true;
    }),
    1000,
  );
});

test("length comes before metric, and every kind of row takes part", () => {
  const table = [
    via("0.0.0.0/0", "10.0.0.1", "e0"),
    via("10.1.0.0/16", "10.0.0.2", "e0", 100),
    via("10.0.0.0/8", "10.0.0.3", "e0"),
    refusing("blackhole", "10.1.2.0/24"),
  ];
  expect(lookupRoute(table, ip("10.1.3.4"))).toBe(table[1]);
  expect(lookupRoute(table, ip("10.1.2.4"))).toBe(table[3]);
  expect(lookupRoute(table, ip("8.8.8.8"))).toBe(table[0]);
  expect(lookupRoute(table, ip("2001:db8::1"))).toBeNull();
});

test("networks of a link that is down make no rows", () => {
  const interfaces = [link("e0", "10.0.0.1/24", "10.9.0.1/16"), { ...link("e1", "10.1.0.1/24"), up: false }];
  expect(connectedRoutes(interfaces)).toEqual([
    via("10.0.0.0/24", null, "e0"),
    via("10.9.0.0/16", null, "e0"),
  ]);
});

test.each([
  ["on the link", via("192.168.100.0/24", null, "eth0"), "192.168.100.20", "192.168.100.20"],
  ["by a gateway", via("0.0.0.0/0", "192.168.100.1", "eth0"), "8.8.8.8", "192.168.100.1"],
  [
    "one's own address as gateway",
    via("192.168.100.0/24", "192.168.100.10", "eth0"),
    "192.168.100.20",
    "192.168.100.20",
  ],
])("next hop %s", (_, route, destination, resolve) => {
  expect(nextHop(a.interfaces, route, ip(destination))).toEqual({ interface: "eth0", resolve: ip(resolve) });
});

test("on a /31 of Ethernet the peer is still asked for its MAC, on a point-to-point link nobody is", () => {
  const ethernet = [link("e0", "10.0.0.0/31")];
  const route = via("10.0.0.0/31", null, "e0");
  expect(nextHop(ethernet, route, ip("10.0.0.1")).resolve).toEqual(ip("10.0.0.1"));
  const ppp = ethernet.map((at): NetworkInterface => ({ ...at, pointToPoint: true }));
  expect(nextHop(ppp, route, ip("10.0.0.1"))).toEqual({ interface: "e0", resolve: null });
  expect(nextHop(ppp, via("0.0.0.0/0", "10.0.0.1", "e0"), ip("8.8.8.8")).resolve).toBeNull();
});

test.each([
  ["192.168.100.1", "eth0", null],
  ["192.168.50.2", "eth0", "gateway-off-link"],
  ["10.9.9.9", "eth0", "gateway-off-link"],
  ["192.168.100.10", "eth0", "gateway-is-self"],
  ["10.0.5.6", "eth0", "gateway-is-self"],
  ["192.168.100.255", "eth0", "gateway-invalid"],
  ["192.168.100.0", "eth0", "gateway-invalid"],
  ["224.0.0.1", "eth0", "gateway-invalid"],
  ["127.0.0.2", "eth0", "gateway-invalid"],
  ["0.0.0.1", "eth0", "gateway-invalid"],
  ["255.255.255.255", "eth0", "gateway-invalid"],
  ["240.0.0.1", "eth0", "gateway-invalid"],
  ["192.168.100.1", "eth9", "unknown-interface"],
  ["10.0.6.1", "down", "unknown-interface"],
  ["10.0.255.1", "wide", null],
  ["10.0.0.255", "wide", null],
  ["192.168.100.1", "wide", "gateway-off-link"],
  ["10.7.0.1", "ppp", null],
  ["8.8.8.8", "ppp", null],
  ["224.0.0.1", "ppp", "gateway-invalid"],
  ["fe80::1", "eth0", null],
  ["2001:db8::1", "eth0", "gateway-off-link"],
  ["2001:db8:1::1", "eth0", null],
  ["ff02::1", "eth0", "gateway-invalid"],
  ["::1", "eth0", "gateway-invalid"],
])("gateway %s on %s: %s", (gateway, name, fault) => {
  const interfaces = [
    link("eth0", "192.168.100.10/24", "2001:db8:1::10/64"),
    link("wide", "10.0.5.6/16"),
    { ...link("down", "10.0.6.6/24"), up: false },
    { ...link("ppp", "10.7.0.2/32"), pointToPoint: true },
  ];
  expect(routeFault(interfaces, via(gateway.includes(":") ? "::/0" : "0.0.0.0/0", gateway, name))).toBe(
    fault,
  );
});

test("a row without gateway needs its interface only, a refusing row nothing", () => {
  expect(routeFault(a.interfaces, via("10.0.0.0/8", null, "eth0"))).toBeNull();
  expect(routeFault(a.interfaces, via("10.0.0.0/8", null, "eth1"))).toBe("unknown-interface");
  expect(routeFault([], refusing("prohibit", "10.0.0.0/8"))).toBeNull();
});

test("neither the first nor the last address of a /31 is barred from being a gateway", () => {
  const interfaces = [link("e0", "10.0.0.0/31"), link("e1", "10.0.0.3/31")];
  expect(routeFault(interfaces, via("0.0.0.0/0", "10.0.0.1", "e0"))).toBeNull();
  expect(routeFault(interfaces, via("0.0.0.0/0", "10.0.0.2", "e1"))).toBeNull();
});

const deliveries: readonly (readonly [string, string, string | null])[] = [
  ["192.168.100.10", "local", null],
  ["127.8.8.8", "local", null],
  ["127.255.255.255", "local", null],
  ["255.255.255.255", "broadcast", "eth0"],
  ["192.168.100.255", "broadcast", "eth0"],
  ["224.0.0.251", "multicast", "eth0"],
  ["192.168.100.72", "direct", "eth0"],
  ["192.168.200.7", "via", "eth0"],
  ["8.8.8.8", "via", "eth0"],
];
test.each(deliveries)("A sends to %s: %s", (destination, kind, name) => {
  const delivery = deliveryOf(a, ip(destination));
  expect([delivery.kind, "interface" in delivery ? delivery.interface : null]).toEqual([kind, name]);
});

test("only the last address of a network is its broadcast, and a /31 has none", () => {
  const kind = (own: string, destination: string): string =>
    deliveryOf({ interfaces: [link("e0", own)], routes: [] }, ip(destination)).kind;
  expect(kind("192.168.100.72/27", "192.168.100.95")).toBe("broadcast");
  expect(kind("10.0.0.1/23", "10.0.0.255")).toBe("direct");
  expect(kind("10.0.0.0/31", "10.0.0.1")).toBe("direct");
  expect(kind("10.0.0.1/24", "10.0.1.1")).toBe("unreachable");
  expect(kind("2001:db8::1/64", "2001:db8::ffff:ffff:ffff:ffff")).toBe("direct");
  expect(kind("2001:db8::1/64", "ff02::1")).toBe("multicast");
  expect(kind("2001:db8::1/64", "::1")).toBe("local");
});

test("a group goes by the row that holds it, else by the first link that is up", () => {
  const interfaces = [
    { ...link("e0", "10.0.0.1/24"), up: false },
    link("e1", "10.0.1.1/24"),
    link("e2", "10.0.2.1/24"),
  ];
  const group = (routes: Route[]) => deliveryOf({ interfaces, routes }, ip("224.1.2.3"));
  expect(group([])).toEqual({ kind: "multicast", interface: "e1" });
  expect(group([via("224.0.0.0/4", null, "e2")])).toEqual({ kind: "multicast", interface: "e2" });
  expect(deliveryOf({ interfaces: [], routes: [] }, ip("224.1.2.3"))).toEqual({
    kind: "multicast",
    interface: null,
  });
});

test("a refusing row says how it refuses", () => {
  const routes = (["blackhole", "unreachable", "prohibit"] as const).map((kind, i) =>
    refusing(kind, `10.${i}.0.0/16`),
  );
  const reason = (text: string): unknown => deliveryOf({ interfaces: [], routes }, ip(text));
  expect(reason("10.0.0.1")).toEqual({ kind: "unreachable", reason: "blackhole" });
  expect(reason("10.1.0.1")).toEqual({ kind: "unreachable", reason: "unreachable" });
  expect(reason("10.2.0.1")).toEqual({ kind: "unreachable", reason: "prohibit" });
  expect(reason("10.3.0.1")).toEqual({ kind: "unreachable", reason: "no-route" });
});

test("every address of every interface is local, whichever link it is on", () => {
  holds(
    property(tuple(bigInt({ min: 1n, max: 254n }), constantFrom("e0", "e1")), ([host, name]) => {
      const own = { version: 4 as const, value: 0x0a00_0000n + (name === "e0" ? 0n : 256n) + host };
      const at = (interfaceName: string): NetworkInterface => ({
        name: interfaceName,
        up: true,
        addresses: interfaceName === name ? [{ address: own, length: 24 }] : [],
      });
      expect(deliveryOf({ interfaces: [at("e0"), at("e1")], routes: [] }, own)).toEqual({ kind: "local" });
    }),
    50,
  );
});
