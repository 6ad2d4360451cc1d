import { expect, test } from "vitest";
import { receivePacket } from "#net/stack/host/ip-input.ts";
import { createNode } from "#net/stack/host/node.ts";
import { beginTurn } from "#net/stack/host/turn.ts";
import { forwardIpv6 } from "#net/stack/ipv6-forwarding.ts";
import { redirectedRoute } from "#net/stack/ndp-redirect.ts";
import { receiveNdp } from "#net/stack/ndp-reception.ts";
import type { Route } from "#net/stack/routing-table.ts";
import type { RouterState } from "#net/stack/router.ts";
import { emitIcmpv6, parseIcmpv6 } from "#net/wire/icmpv6.ts";
import { parseIpv6 } from "#net/wire/ipv6.ts";
import { emitNdpBody } from "#net/wire/ndp-emit.ts";
import { linkLayerOption, redirectedPacket } from "#net/wire/ndp-option-data.ts";
import { ndpFault, parseNdp } from "#net/wire/ndp.ts";
import { formatIpAddress } from "#net/wire/prefix.ts";
import { verifiesTransportChecksum } from "#net/wire/pseudo-header.ts";
import { valueOf } from "../vectors.ts";
import { counted, packet6 } from "./packets.ts";
import { ip, link, via } from "./written.ts";

const [host, far, other] = ["2001:db8:1::a", "2001:db8:b::9", "2001:db8:1::77"];
const [one, two] = ["fe80::1", "fe80::2"];

/** Router one of two on the host's link; the other is nearer to 2001:db8:b::/48. */
const router: RouterState = {
  forwarding: true,
  interfaces: [
    { ...link("e1", "2001:db8:1::fe/64", `${one}/64`), mtu: 1500 },
    { ...link("e2", "2001:db8:2::fe/64"), mtu: 1500 },
  ],
  routes: [via("2001:db8:b::/48", two, "e1"), via("2001:db8:c::/48", "2001:db8:1::2", "e1")],
};
const packet = (destination: string, source = host, length = 20): Uint8Array =>
  packet6({ source: ip(source).value, destination: ip(destination).value, payload: counted(length) });

/** What the router sends for a packet from e1: `interface > next hop`, a redirect as its target. */
const sent = (bytes: Uint8Array, at = router, interfaceName = "e1"): string[] =>
  forwardIpv6(at, { interface: interfaceName, linkBroadcast: false }, bytes).map((action) => {
    if (action.kind !== "send") return action.kind;
    const { nextHeader, payload } = valueOf(parseIpv6(action.packet));
    const next = formatIpAddress(action.nextHop ?? ip("::"));
    const message = nextHeader === 58 ? parseNdp(valueOf(parseIcmpv6(payload))) : null;
    return message?.ok === true && message.value.kind === "redirect"
      ? `redirect to ${formatIpAddress({ version: 6, value: message.value.target })} > ${next}`
      : `${action.interface} > ${next}`;
  });

test("a packet that leaves by the link that it came from tells its source of the nearer hop, and goes on", () => {
  expect(sent(packet(far))).toEqual([`redirect to ${two} > ${host}`, `e1 > ${two}`]);
  // A neighbour that the source took for somebody far away.
  expect(sent(packet(other))).toEqual([`redirect to ${other} > ${host}`, `e1 > ${other}`]);
});

test.each([
  ["by another link", packet(far), router, "e2", [`e1 > ${two}`]],
  ["from a source that is no neighbour", packet(far, "2001:db8:9::1"), router, "e1", [`e1 > ${two}`]],
  [
    "to a router whose link-local address nobody knows",
    packet("2001:db8:c::9"),
    router,
    "e1",
    ["e1 > 2001:db8:1::2"],
  ],
  [
    "from a router without a link-local address",
    packet(far),
    { ...router, interfaces: [{ ...link("e1", "2001:db8:1::fe/64"), mtu: 1500 }] },
    "e1",
    [`e1 > ${two}`],
  ],
])("no redirect %s", (_, bytes, at, name, expected) => expect(sent(bytes, at, name)).toEqual(expected));

const redirectFor = (bytes: Uint8Array): Uint8Array => {
  const [action] = forwardIpv6(router, { interface: "e1", linkBroadcast: false }, bytes);
  if (action?.kind !== "send") throw new Error("nothing was sent");
  return action.packet;
};

test("the redirect is valid by §8.1, quotes the packet, and fits into 1280 bytes (§8.2)", () => {
  const about = packet(far, host, 1400);
  const bytes = redirectFor(about);
  const carrier = valueOf(parseIpv6(bytes));
  const message = valueOf(parseIcmpv6(carrier.payload));
  const ndp = valueOf(parseNdp(message));
  expect([carrier.hopLimit, carrier.source]).toEqual([255, ip(one).value]);
  expect(verifiesTransportChecksum(carrier, 58, carrier.payload)).toBe(true);
  expect(ndpFault(message, ndp, carrier)).toBeNull();
  expect(bytes.length).toBeLessThanOrEqual(1280);
  expect(bytes.length).toBeGreaterThan(1272);
  const quoted = ndp.options.map(redirectedPacket).find((found) => found !== null) ?? new Uint8Array();
  const leaving = about.slice();
  leaving[7] = 63;
  expect(quoted).toEqual(leaving.subarray(0, quoted.length));
});

const client = {
  interfaces: [link("e0", `${host}/64`)],
  routes: [via("::/0", one, "e0")],
};

test("a host takes the target for that destination alone", () => {
  expect(redirectedRoute(client, redirectFor(packet(far)))).toEqual(via(`${far}/128`, two, "e0"));
});

/** A redirect by hand: who says it, where to, for whom. */
function written(fields: {
  from?: string;
  target?: string;
  destination?: string;
  hopLimit?: number;
  mac?: number;
}) {
  const { from = one, target = two, destination = far, hopLimit = 255, mac } = fields;
  const options = mac === undefined ? [] : [valueOf(linkLayerOption(2, mac))];
  const body = valueOf(
    emitNdpBody({ kind: "redirect", target: ip(target).value, destination: ip(destination).value, options }),
  );
  const ends = { source: ip(from).value, destination: ip(host).value };
  const payload = valueOf(emitIcmpv6({ type: 137, code: 0, checksum: ends, body }));
  return packet6({ ...ends, nextHeader: 58, hopLimit, payload });
}

test.each<[string, Parameters<typeof written>[0], Route | null]>([
  ["the router in use says so", {}, via(`${far}/128`, two, "e0")],
  ["another router says so", { from: "fe80::3" }, null],
  ["it may have come from afar", { hopLimit: 254 }, null],
  ["the target is no link-local address", { target: "2001:db8:1::2" }, null],
  ["the destination is a group", { destination: "ff02::1" }, null],
  ["the destination is on the link already", { destination: other, target: other }, null],
  ["the destination turns out to be on the link", { target: far }, via(`${far}/128`, null, "e0")],
])("%s", (_, fields, route) => expect(redirectedRoute(client, written(fields))).toEqual(route));

test("a damaged redirect is none", () => {
  const bytes = written({});
  bytes[60] = (bytes[60] ?? 0) ^ 1;
  expect(redirectedRoute(client, bytes)).toBeNull();
  expect(redirectedRoute(client, bytes.subarray(0, 50))).toBeNull();
});

test("the MAC that it tells is entered as stale; a target that is not the destination is a router (§8.3)", () => {
  const self = { mac: 1, addresses: [ip(host).value], isRouter: false };
  const learned = receiveNdp(new Map(), self, written({ mac: 0x02_00_00_00_00_02 }), 0).cache;
  expect(learned.get(two)).toMatchObject({ mac: 0x02_00_00_00_00_02, state: "stale", isRouter: true });
  const direct = receiveNdp(new Map(), self, written({ target: far, mac: 2 }), 0).cache;
  expect(direct.get(far)).toMatchObject({ mac: 2, isRouter: false });
  expect(receiveNdp(new Map(), self, written({}), 0).cache.size).toBe(0);
});

test.each([
  ["a host follows it", false, [via("::/0", one, "e0"), via(`${far}/128`, two, "e0")], 2],
  ["a router does not (§8.3)", true, [via("::/0", one, "e0")], undefined],
])("%s", (_, forwarding, routes, mac) => {
  const node = createNode({
    interfaces: [{ ...link("e0", `${host}/64`), mtu: 1500, mac: 0x02_00_00_00_00_0a }],
    routes: client.routes,
    forwarding,
    neighbours: [],
    filters: [],
    behaviour: {},
    seed: 1,
  });
  const turn = beginTurn(node, 0);
  receivePacket(turn, { interface: "e0", linkBroadcast: false }, written({ mac: 2 }));
  expect(turn.node.router.routes).toEqual(routes);
  expect(turn.node.resolvers.get("e0")?.ndp.entries.get(two)?.mac).toBe(mac);
});
