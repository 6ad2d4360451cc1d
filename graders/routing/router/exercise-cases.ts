import { boolean, constant, constantFrom, integer, oneof, record, type Arbitrary } from "fast-check";
import { z } from "zod";
import { simplerIpv4 } from "#course/generators/ipv4-sketch.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";
import { toInterface } from "#course/network/host.ts";
import { addressSchema, hostSchema } from "#course/network/schemas.ts";
import { readU8 } from "#net/bytes/big-endian.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { isLoopback, isReserved, isUnspecified } from "#net/stack/address-role.ts";
import { isLocal } from "#net/stack/delivery.ts";
import { ip4 } from "#net/stack/icmpv4-error.ts";
import { connectedPrefixes, isDirectedBroadcast, isNetworkAddress } from "#net/stack/network-interface.ts";
import { parseIpv4Address } from "#net/wire/address.ts";
import { icmpHeaderBytes } from "#net/wire/icmpv4.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { emitIpv4, parseIpv4, verifiesIpv4Checksum } from "#net/wire/ipv4.ts";
import { containsAddress, formatPrefix, parseIpAddress } from "#net/wire/prefix.ts";

export type Case = [router: Router, inIface: string, packet: Uint8Array];

/** ICMP types of which the statement says whether they are errors. */
const knownTypes: readonly number[] = [0, 3, 4, 5, 8, 11, 12, 13, 14];

const mac = z.string().regex(/^([\da-f]{2}:){5}[\da-f]{2}$/);
const routerSchema = z.strictObject({
  ifaces: z.array(z.unknown()).min(1).max(4),
  routes: z.array(z.unknown()).max(16),
  forwarding: z.boolean(),
  macs: z.record(z.string(), mac),
  neighbours: z.record(addressSchema, mac),
  mtu: z.record(z.string(), z.int().min(68).max(65_535)),
});

/** What the statement promises of a router and of a packet. */
export function isCase(value: unknown): value is Case {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [shape, inIface, packet] = value as readonly unknown[];
  const router = routerOf(shape);
  return (
    router !== null &&
    router.ifaces.some(({ name }) => name === inIface) &&
    packet instanceof Uint8Array &&
    isPacket(router, packet)
  );
}

/** Cases share routers, and shrinking tries many packets on one: each is judged once. */
const judged = new WeakMap<object, Router | null>();

function routerOf(value: unknown): Router | null {
  if (typeof value !== "object" || value === null) return null;
  const known = judged.get(value);
  if (known !== undefined) return known;
  const router = readRouter(value);
  judged.set(value, router);
  return router;
}

function readRouter(value: object): Router | null {
  const parsed = routerSchema.safeParse(value);
  if (!parsed.success) return null;
  const { ifaces, routes, forwarding, ...rest } = parsed.data;
  const host = hostSchema.safeParse({ ifaces, routes, forwarding });
  if (!host.success) return null;
  const router: Router = { ...host.data, ...rest };
  const complete = router.ifaces.every(
    ({ name }) => Object.hasOwn(rest.macs, name) && Object.hasOwn(rest.mtu, name),
  );
  return complete && isRouter(router) ? router : null;
}

/** Ethernet everywhere, all links up, connected networks listed as routes, gateways on their links. */
function isRouter({ ifaces, routes }: Router): boolean {
  const all = ifaces.map(toInterface);
  const own = ifaces.map(({ ip }) => ip);
  const connected = all.flatMap((at) =>
    connectedPrefixes(at).map((prefix) => [formatPrefix(prefix), at.name] as const),
  );
  return (
    ifaces.every(
      ({ ip, up, pointToPoint, prefix }) => ip !== null && up && pointToPoint !== true && prefix <= 30,
    ) &&
    new Set(own).size === own.length &&
    connected.every(([dest, name]) =>
      routes.some((route) => route.dest === dest && route.iface === name && route.gateway === null),
    ) &&
    routes.every(({ dest, gateway, iface }) => {
      const at = all.find(({ name }) => name === iface);
      if (at === undefined) return false;
      if (gateway === null) return connected.some(([known, name]) => known === dest && name === iface);
      const address = parseIpAddress(gateway);
      return (
        address !== null &&
        connectedPrefixes(at).some((prefix) => containsAddress(prefix, address)) &&
        !isLocal(all, address) &&
        !isDirectedBroadcast(at, address)
      );
    })
  );
}

function isPacket({ ifaces }: Router, packet: Uint8Array): boolean {
  const parsed = parseIpv4(packet);
  // A wrong header is a case like others, but for one of zeros alone.
  if (!parsed.ok || !verifiesIpv4Checksum(packet))
    return packet.length <= 2000 && packet.some((byte) => byte !== 0);
  const all = ifaces.map(toInterface);
  const { payload, protocol, fragmentOffset } = parsed.value;
  const [source, destination] = [ip4(parsed.value.source), ip4(parsed.value.destination)];
  if (isUnspecified(destination) || isLoopback(destination) || isReserved(destination)) return false;
  if (isLocal(all, source) && !isLoopback(source)) return false;
  if (all.some((at) => isDirectedBroadcast(at, source) || isNetworkAddress(at, source))) return false;
  if (all.some((at) => isNetworkAddress(at, destination))) return false;
  if (protocol !== ipProtocol.icmp || fragmentOffset > 0) return packet.length <= 2000;
  return payload.length >= icmpHeaderBytes && knownTypes.includes(readU8(payload, 0));
}

const row = (dest: Cidr, gateway: Ip | null, iface: string, metric = 0): Route => ({
  dest,
  gateway,
  iface,
  metric,
});
const iface = (name: string, ip: Ip, prefix: number): Iface => ({ name, ip, prefix, up: true });

/** R1 of the course, its link to R2 an Ethernet. */
export const r1: Router = {
  ifaces: [iface("if1", "192.168.100.1", 24), iface("if2", "192.168.50.1", 24)],
  routes: [
    row("192.168.50.0/24", null, "if2"),
    row("192.168.100.0/24", null, "if1"),
    row("192.168.200.0/24", "192.168.100.2", "if1"),
    row("0.0.0.0/0", "192.168.50.2", "if2"),
  ],
  forwarding: true,
  macs: { if1: "02:00:00:00:01:01", if2: "02:00:00:00:01:02" },
  neighbours: {
    "192.168.100.10": "02:00:00:00:0a:01",
    "192.168.100.2": "02:00:00:00:03:01",
    "192.168.50.2": "02:00:00:00:02:01",
    "192.168.50.7": "02:00:00:00:07:01",
  },
  mtu: { if1: 1500, if2: 1500 },
};

/** R1 without its default: nothing but its own two networks and that of R3. */
export const inner: Router = { ...r1, routes: r1.routes.filter(({ dest }) => dest !== "0.0.0.0/0") };

/** Many prefixes in each other, equal ones with two metrics, no default. */
export const nested: Router = {
  ifaces: [iface("eth0", "10.0.0.1", 24), iface("eth1", "10.0.1.1", 24), iface("eth2", "192.0.2.1", 30)],
  routes: [
    row("10.1.2.0/24", "10.0.0.2", "eth0"),
    row("10.0.0.0/24", null, "eth0"),
    row("10.0.1.0/24", null, "eth1"),
    row("192.0.2.0/30", null, "eth2"),
    row("10.1.2.128/25", "192.0.2.2", "eth2", 100),
    row("10.0.1.64/26", "10.0.0.3", "eth0"),
    row("172.16.0.0/12", "10.0.0.2", "eth0", 20),
    row("172.16.0.0/12", "10.0.1.2", "eth1", 10),
    row("172.16.0.0/12", "192.0.2.2", "eth2", 10),
    row("203.0.113.7/32", "10.0.1.2", "eth1"),
    row("10.1.0.0/16", "10.0.1.2", "eth1"),
  ],
  forwarding: true,
  macs: { eth0: "02:00:00:00:05:01", eth1: "02:00:00:00:05:02", eth2: "02:00:00:00:05:03" },
  neighbours: {
    "10.0.0.2": "02:00:00:00:06:01",
    "10.0.0.3": "02:00:00:00:06:02",
    "10.0.0.9": "02:00:00:00:06:03",
    "10.0.1.2": "02:00:00:00:06:04",
    "10.0.1.9": "02:00:00:00:06:05",
    "192.0.2.2": "02:00:00:00:06:06",
  },
  mtu: { eth0: 1500, eth1: 1500, eth2: 1500 },
};

/** The router of the kernel's oracle (captured frames), without the routes that refuse. */
export const linux: Router = {
  ifaces: [iface("e1", "10.41.1.254", 24), iface("e2", "10.41.2.254", 24), iface("e3", "10.41.3.254", 24)],
  routes: [
    row("10.41.1.0/24", null, "e1"),
    row("10.41.2.0/24", null, "e2"),
    row("10.41.3.0/24", null, "e3"),
    row("172.31.0.0/16", "10.41.1.1", "e1"),
    row("203.0.113.0/24", "10.41.2.1", "e2"),
    row("198.18.5.0/24", "10.41.3.1", "e3"),
  ],
  forwarding: true,
  macs: { e1: "02:00:00:00:0c:01", e2: "02:00:00:00:0c:02", e3: "02:00:00:00:0c:03" },
  neighbours: {
    "10.41.1.1": "02:00:00:00:0a:01",
    "10.41.2.1": "02:00:00:00:0b:01",
    "10.41.2.2": "02:00:00:00:0b:01",
    "10.41.3.1": "02:00:00:00:0d:01",
  },
  mtu: { e1: 1500, e2: 1500, e3: 1300 },
};

export type PacketChanges = {
  src?: Ip;
  dst?: Ip;
  ttl?: number;
  protocol?: number;
  df?: boolean;
  mf?: boolean;
  /** In bytes. */
  fragmentOffset?: number;
  identification?: number;
  /** Hex. */
  options?: string;
  payload?: string;
};

/** A packet with a right checksum; UDP from A to 192.168.50.7 unless told otherwise. */
export function packet(changes: PacketChanges = {}): Uint8Array {
  const {
    src = "192.168.100.10",
    dst = "192.168.50.7",
    options = "",
    payload = "9c40829a00080000",
  } = changes;
  const emitted = emitIpv4({
    dscp: 0,
    ecn: 0,
    identification: changes.identification ?? 0x1d0f,
    df: changes.df ?? false,
    mf: changes.mf ?? false,
    fragmentOffset: changes.fragmentOffset ?? 0,
    ttl: changes.ttl ?? 64,
    protocol: changes.protocol ?? 17,
    source: parseIpv4Address(src) ?? 0,
    destination: parseIpv4Address(dst) ?? 0,
    options: bytes(options),
    payload: bytes(payload),
  });
  if (!emitted.ok) throw new RangeError(emitted.error.code);
  return emitted.value;
}

export function bytes(text: string): Uint8Array {
  const parsed = fromHex(text);
  if (parsed === null) throw new RangeError(`not hexadecimal: ${text}`);
  return parsed;
}

const oneOf = <T>(...values: [T, ...T[]]): Arbitrary<T> => constantFrom(...values);

/** What the packets of a stage are like, and which router gets them. */
export type Traffic = {
  readonly router: Arbitrary<Router>;
  readonly src?: Arbitrary<Ip>;
  readonly dst: Arbitrary<Ip>;
  readonly ttl?: Arbitrary<number>;
  readonly protocol?: Arbitrary<"udp" | "echo" | "error">;
  readonly payloadBytes?: Arbitrary<number>;
  readonly fragment?: boolean;
  /** One bit of the packet turned over. */
  readonly flip?: Arbitrary<number | null>;
};

const payloads = { udp: "9c40829a00080000", echo: "0800f7fd00010001", error: "0b00f4ff00000000" };

/** Cases of one stage; all shrink alike. */
export const trafficOf = (traffic: Traffic): Arbitrary<Case> =>
  withShrinks(
    record({
      router: traffic.router,
      inPlace: integer({ min: 0, max: 3 }),
      src: traffic.src ?? oneOf("192.168.100.10", "10.0.0.9", "198.51.100.7"),
      dst: traffic.dst,
      ttl: traffic.ttl ?? oneof(constant(64), integer({ min: 2, max: 255 })),
      kind: traffic.protocol ?? constant<"udp">("udp"),
      df: boolean(),
      identification: integer({ min: 0, max: 0xffff }),
      place: traffic.fragment === true ? oneOf(0, 0, 1, 2) : constant(0),
      options: oneof({ weight: 4, arbitrary: constant("") }, { weight: 1, arbitrary: constant("94040000") }),
      more: traffic.payloadBytes ?? oneOf(0, 1, 5),
      padding: oneof(
        { weight: 4, arbitrary: constant(0) },
        { weight: 1, arbitrary: integer({ min: 1, max: 18 }) },
      ),
      flip: traffic.flip ?? constant(null),
    })
      .map(({ router, inPlace, kind, place, more, padding, flip, ...chosen }): Case => {
        const protocol = kind === "udp" ? 17 : 1;
        const whole = packet({
          ...chosen,
          protocol,
          mf: place === 1,
          fragmentOffset: place === 2 ? 1480 : 0,
          payload: payloads[kind] + "5a".repeat(more),
        });
        const padded = new Uint8Array(whole.length + padding).fill(0xee);
        padded.set(whole);
        if (flip !== null)
          padded[(flip >> 3) % whole.length] = readU8(padded, (flip >> 3) % whole.length) ^ (1 << (flip & 7));
        return [router, router.ifaces[inPlace % router.ifaces.length]?.name ?? "", padded];
      })
      .filter(isCase),
    isCase,
    simplerCases,
  );

/** A plainer packet, fewer routes and neighbours, fewer interfaces, plain MTUs. */
function* simplerCases([router, inIface, received]: Case): Iterable<Case> {
  const { ifaces, routes, neighbours, mtu } = router;
  for (const simpler of simplerIpv4(received)) yield [router, inIface, simpler];
  for (const i of routes.keys())
    yield [{ ...router, routes: routes.filter((_, k) => k !== i) }, inIface, received];
  for (const ip of Object.keys(neighbours))
    yield [{ ...router, neighbours: without(neighbours, ip) }, inIface, received];
  for (const { name } of ifaces) {
    yield [
      {
        ...router,
        ifaces: ifaces.filter((one) => one.name !== name),
        routes: routes.filter((one) => one.iface !== name),
        macs: without(router.macs, name),
        mtu: without(mtu, name),
      },
      inIface,
      received,
    ];
  }
  const [first] = ifaces;
  if (first !== undefined && inIface !== first.name) yield [router, first.name, received];
  for (const [name, value] of Object.entries(mtu))
    if (value !== 1500) yield [{ ...router, mtu: { ...mtu, [name]: 1500 } }, inIface, received];
}

const without = <T>(all: Readonly<Record<string, T>>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== name));
