import { writeU16 } from "#net/bytes/big-endian.ts";
import { concatBytes } from "#net/bytes/byte-string.ts";
import { ipv4Offsets } from "#net/wire/ipv4.ts";
import { inner, nested, packet, r1, type Case, type PacketChanges } from "./exercise-cases.ts";

export type Edge = { name: string; args: Case };

const edge = (name: string, changes: PacketChanges, router: Router = r1, inIface?: string): Edge => ({
  name,
  args: [router, inIface ?? router.ifaces[0]?.name ?? "", packet(changes)],
});

const smallMtu: Router = { ...r1, mtu: { if1: 1500, if2: 68 } };
const host: Router = { ...r1, forwarding: false };

const error = "0b00f4ff00000000";
const echo = "0800f7fd00010001";
const long = "5a".repeat(60);

const connected: Edge[] = [
  edge("to-connected", { ttl: 64 }),
  edge("to-connected-back", { src: "192.168.50.7", dst: "192.168.100.10" }, r1, "if2"),
  edge("to-itself", { dst: "192.168.100.1" }),
  edge("to-other-own-address", { dst: "192.168.50.1" }),
  edge("to-itself-ttl-1", { dst: "192.168.50.1", ttl: 1 }),
  edge("to-everybody", { dst: "255.255.255.255", ttl: 1 }),
  edge("to-own-directed-broadcast", { dst: "192.168.100.255" }),
  edge("to-other-directed-broadcast", { dst: "192.168.50.255" }),
  edge("to-low-directed-broadcast", { src: "10.0.0.9", dst: "10.0.1.255" }, nested),
  edge("to-multicast", { dst: "224.0.0.9" }),
  edge("to-highest-multicast", { dst: "239.255.255.255", ttl: 1 }),
  edge("not-a-router", {}, host),
  edge("host-to-itself", { dst: "192.168.50.1" }, host),
  edge("back-out-of-the-same-interface", { dst: "192.168.50.7", src: "192.168.50.9" }, r1, "if2"),
];
const ttl: Edge[] = [
  edge("ttl-2", { ttl: 2 }),
  edge("ttl-255", { ttl: 255 }),
  { name: "checksum-feff", args: [r1, "if1", withField(packet(), 0xfeff)] },
  { name: "checksum-ff00", args: [r1, "if1", withField(packet(), 0xff00)] },
  edge("with-options", { options: "94040000" }),
  edge("no-data", { payload: "" }),
  edge("forty-option-bytes", { options: "01".repeat(40) }),
  edge("odd-length", { payload: "9c40829a0009000041" }),
  {
    name: "with-padding",
    args: [r1, "if1", concatBytes(packet({ payload: "00" }), new Uint8Array(25).fill(0xee))],
  },
];
const routes: Edge[] = [
  edge("by-gateway", { dst: "192.168.200.10" }),
  edge("to-223", { dst: "223.1.1.1" }),
  edge("by-default", { dst: "198.51.100.80" }),
  edge("longest-prefix", { src: "10.0.0.9", dst: "10.1.2.9" }, nested),
  edge("longer-still", { src: "10.0.0.9", dst: "10.1.2.200" }, nested),
  edge("shorter-prefix", { src: "10.0.0.9", dst: "10.1.9.9" }, nested),
  edge("host-route", { src: "10.0.0.9", dst: "203.0.113.7" }, nested),
  edge("lower-metric", { src: "10.0.0.9", dst: "172.20.0.1" }, nested),
  edge("longer-than-connected", { src: "10.0.0.9", dst: "10.0.1.70" }, nested),
  edge("first-octet-192", { src: "10.0.0.9", dst: "192.0.2.2" }, nested),
];
const neighbours: Edge[] = [
  edge("unknown-neighbour", { dst: "192.168.50.77" }),
  edge("unknown-gateway", { dst: "192.168.200.10" }, { ...r1, neighbours: {} }),
  edge(
    "known-destination-unknown-gateway",
    { dst: "192.168.200.10" },
    { ...r1, neighbours: { "192.168.200.10": "02:00:00:00:0c:01" } },
  ),
  edge("top-octet", { src: "192.168.100.10", dst: "192.168.50.200" }),
];
const errors: Edge[] = [
  edge("ttl-1", { ttl: 1 }),
  edge("ttl-0", { ttl: 0 }),
  edge("ttl-1-without-route", { ttl: 1, dst: "203.0.113.9" }, inner),
  edge("no-route", { dst: "203.0.113.9" }, inner),
  edge("ttl-1-from-behind-gateway", { ttl: 1, src: "192.168.200.10" }),
  edge("ttl-1-from-afar", { ttl: 1, src: "198.51.100.7" }),
  edge("error-leaves-elsewhere", { ttl: 1, src: "198.51.100.7", dst: "192.168.50.7" }, r1, "if1"),
  edge("error-to-unknown-neighbour", { ttl: 1, src: "192.168.100.33" }),
  edge("error-with-options", { ttl: 1, options: "94040000" }),
  edge("error-three-bytes", { ttl: 1, payload: "0a0b0c" }),
  {
    name: "error-padded",
    args: [r1, "if1", concatBytes(packet({ ttl: 1, payload: "0a0b0c" }), new Uint8Array(23).fill(0xee))],
  },
  edge("no-way-back", { ttl: 1, src: "203.0.113.9" }, inner),
  edge("about-echo", { ttl: 1, protocol: 1, payload: echo }),
  edge("about-error", { ttl: 1, protocol: 1, payload: error }),
  edge("about-error-no-route", { dst: "203.0.113.9", protocol: 1, payload: "0301fcfe00000000" }, inner),
  edge("about-middle-fragment", { ttl: 1, fragmentOffset: 1480 }),
  edge("about-second-fragment", { ttl: 1, fragmentOffset: 8 }),
  edge("about-far-fragment", { ttl: 1, fragmentOffset: 32_768 }),
  edge("about-first-fragment", { ttl: 1, mf: true }),
  edge("exact-carry", { ttl: 1, payload: "f500000000000000" }),
  edge("checksum-zero-in-error", { ttl: 1, payload: "f4ff000000000000" }),
];
const mtu: Edge[] = [
  edge("too-big", { payload: long }, smallMtu),
  edge("too-big-df", { payload: long, df: true }, smallMtu),
  edge("too-big-first-fragment", { payload: long, mf: true }, smallMtu),
  edge("too-big-later-fragment", { payload: long, fragmentOffset: 2048 }, smallMtu),
  edge("exactly-mtu", { payload: "5a".repeat(48), df: true }, smallMtu),
  edge("one-too-many", { payload: "5a".repeat(49), df: true }, smallMtu),
  edge(
    "mtu-of-the-way-out",
    { payload: long, df: true, src: "192.168.50.7", dst: "192.168.100.10" },
    smallMtu,
    "if2",
  ),
  edge("too-big-unknown-neighbour", { payload: long, dst: "192.168.50.77" }, smallMtu),
  edge("too-big-error", { payload: `${error}${long}`, df: true, protocol: 1 }, smallMtu),
  edge("large-mtu", { payload: long.repeat(10), df: true }, { ...r1, mtu: { if1: 1500, if2: 600 } }),
  {
    name: "padding-beyond-mtu",
    args: [smallMtu, "if1", concatBytes(packet({ payload: "00" }), new Uint8Array(60).fill(0xee))],
  },
];
const hostile: Edge[] = [
  { name: "nineteen-bytes", args: [r1, "if1", packet({ payload: "" }).slice(0, 19)] },
  { name: "three-bytes-in-all", args: [r1, "if1", Uint8Array.of(0x45, 0xff, 0xba)] },
  { name: "ihl-4-sum-of-16", args: [r1, "if1", broken((copy) => (copy[0] = 0x44), 16)] },
  { name: "version-6", args: [r1, "if1", broken((copy) => (copy[0] = 0x65))] },
  { name: "ihl-4", args: [r1, "if1", broken((copy) => (copy[0] = 0x44))] },
  { name: "ihl-beyond", args: [r1, "if1", broken((copy) => (copy[0] = 0x4f))] },
  { name: "total-length-19", args: [r1, "if1", broken((copy) => writeU16(copy, 2, 19))] },
  { name: "cut-short", args: [r1, "if1", packet().slice(0, 27)] },
  { name: "wrong-checksum", args: [r1, "if1", spoilt(packet())] },
  { name: "wrong-checksum-for-itself", args: [r1, "if1", spoilt(packet({ dst: "192.168.100.1" }))] },
  { name: "wrong-checksum-ttl-1", args: [r1, "if1", spoilt(packet({ ttl: 1 }))] },
  { name: "bad-header-not-a-router", args: [host, "if1", spoilt(packet())] },
  edge("source-zero-net", { src: "0.1.2.3" }),
  edge("source-loopback", { src: "127.0.0.1" }),
  edge("source-multicast", { src: "224.0.0.1" }),
  edge("source-class-e", { src: "240.0.0.1", dst: "192.168.100.1" }),
  edge("source-broadcast", { src: "255.255.255.255", dst: "192.168.100.1" }),
  edge("source-223", { src: "223.1.1.1" }),
  edge("source-126", { src: "126.1.1.1" }),
  edge("source-128", { src: "128.1.1.1" }),
  edge("source-1", { src: "1.1.1.1" }),
  edge("error-about-error-df", { protocol: 1, payload: `0304000000000578${long}`, df: true }, smallMtu),
  ...[4, 5, 12].map((type) =>
    edge(`about-type-${type}`, { ttl: 1, protocol: 1, payload: `0${type.toString(16)}00000000000000` }),
  ),
  edge("udp-like-an-error", { ttl: 1, payload: "0b00829a00080000" }),
  edge("foreign-directed-broadcast", { dst: "192.168.200.255" }),
];

/** The named cases, by the stage that they belong to. */
export const edges = { connected, ttl, routes, neighbours, errors, mtu, hostile };

/** The packet with this checksum field, made right by the identification. */
function withField(received: Uint8Array, field: number): Uint8Array {
  for (let identification = 0; identification <= 0xffff; identification++) {
    const made = packet({ identification });
    if (made[ipv4Offsets.checksum] === field >> 8 && made[ipv4Offsets.checksum + 1] === (field & 0xff))
      return made;
  }
  throw new RangeError(`no identification gives ${field} for ${received.length} bytes`);
}

/** A changed header whose checksum is right again. */
function broken(change: (copy: Uint8Array) => void, summed = 20): Uint8Array {
  const copy = packet();
  change(copy);
  let sum = 0;
  for (let at = 0; at < summed; at += 2)
    if (at !== ipv4Offsets.checksum) sum += ((copy[at] ?? 0) << 8) | (copy[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  writeU16(copy, ipv4Offsets.checksum, 0xffff - sum);
  return copy;
}

/** The packet with one bit of its checksum turned over. */
function spoilt(right: Uint8Array): Uint8Array {
  return right.with(ipv4Offsets.checksum, (right[ipv4Offsets.checksum] ?? 0) ^ 1);
}
