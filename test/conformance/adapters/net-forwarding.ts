import { z } from "zod";
import { toHex } from "#net/bytes/hex.ts";
import { readU16, readU32, readU8, writeU16 } from "#net/bytes/big-endian.ts";
import { answerIpv4 } from "#net/stack/ipv4-answers.ts";
import { forwardIpv4 } from "#net/stack/ipv4-forwarding.ts";
import { answerIpv6 } from "#net/stack/ipv6-answers.ts";
import { forwardIpv6 } from "#net/stack/ipv6-forwarding.ts";
import type { Arrival, Draws, RouterAction, RouterState, SendAction } from "#net/stack/router.ts";
import type { Route } from "#net/stack/routing-table.ts";
import { formatIpv4Address } from "#net/wire/address.ts";
import { verifiesChecksum } from "#net/wire/checksum.ts";
import { emitEthernet, ethernetHeader, etherType, parseEthernet } from "#net/wire/ethernet.ts";
import { parseIcmpv4, readIcmpv4 } from "#net/wire/icmpv4.ts";
import { parseIcmpv6 } from "#net/wire/icmpv6.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { parseIpv4 } from "#net/wire/ipv4.ts";
import { formatIpv6Address } from "#net/wire/ipv6-address.ts";
import { parseIpv6 } from "#net/wire/ipv6.ts";
import { formatMac, isGroupMac, parseMac, type Mac } from "#net/wire/mac.ts";
import { formatIpAddress, parseAddressWithLength } from "#net/wire/prefix.ts";
import { address, must, prefix } from "../addresses.ts";
import { bytesOf } from "../hex.ts";
import { same, vectors, type Suite } from "../suite.ts";

const route = z.object({
  prefix: z.string(),
  type: z.enum(["unicast", "prohibit", "unreachable", "blackhole"]),
  via: z.string().nullable(),
});
const meta = z.object({
  router: z.object({
    interfaces: z.array(
      z.object({ name: z.string(), mac: z.string(), mtu: z.int(), ipv4: z.string(), ipv6: z.string() }),
    ),
    routes4: z.array(route),
    routes6: z.array(route),
    neighbours: z.array(z.object({ ip: z.string(), mac: z.string(), dev: z.string() })),
  }),
});
type Lab = z.infer<typeof meta>["router"];

function routerOf({ interfaces, routes4, routes6, neighbours }: Lab): RouterState {
  const routeOf = (row: z.infer<typeof route>): Route => {
    const common = { destination: prefix(row.prefix), metric: 0 };
    if (row.type !== "unicast") return { kind: row.type, ...common };
    const gateway = must(row.via, "via");
    const neighbour = must(neighbours.find(({ ip }) => ip === gateway) ?? null, `neighbour ${gateway}`);
    return { kind: row.type, ...common, gateway: address(gateway), interface: neighbour.dev };
  };
  return {
    forwarding: true,
    interfaces: interfaces.map(({ name, mtu, ipv4, ipv6 }) => ({
      name,
      mtu,
      up: true,
      addresses: [ipv4, ipv6].map((text) => must(parseAddressWithLength(text), text)),
    })),
    routes: [...routes4, ...routes6].map(routeOf),
  };
}

const macOf = (text: string): Mac => must(parseMac(text), "MAC");
const frameOf = (lab: Lab, { interface: name, nextHop, packet }: SendAction): Uint8Array => {
  const hop = nextHop === null ? "" : formatIpAddress(nextHop);
  const emitted = emitEthernet({
    destination: macOf(must(lab.neighbours.find(({ ip }) => ip === hop) ?? null, `neighbour ${hop}`).mac),
    source: macOf(must(lab.interfaces.find((at) => at.name === name) ?? null, name).mac),
    tags: [],
    etherType: readU8(packet, 0) >>> 4 === 4 ? etherType.ipv4 : etherType.ipv6,
    payload: packet,
    padding: new Uint8Array(),
  });
  if (!emitted.ok) throw new Error(emitted.error.code);
  return emitted.value;
};

/** The router's card, then the router, then the programs that it lacks. */
function run(lab: Lab, name: string, bytes: Uint8Array, draws: Draws): SendAction[] {
  const frame = parseEthernet(bytes);
  const card = lab.interfaces.find((at) => at.name === name);
  if (!frame.ok || card === undefined) return [];
  const linkBroadcast = isGroupMac(frame.value.destination);
  if (!linkBroadcast && frame.value.destination !== macOf(card.mac)) return [];
  const router = routerOf(lab);
  const arrival: Arrival = { interface: name, linkBroadcast };
  const six = frame.value.etherType === etherType.ipv6;
  const [forward, answer] = six ? [forwardIpv6, answerIpv6] : [forwardIpv4, answerIpv4];
  return forward(router, arrival, frame.value.payload, draws).flatMap(
    (action: RouterAction): SendAction[] => {
      if (action.kind === "send") return [action];
      if (action.kind === "drop") return [];
      const answered = answer(router, arrival, action.packet, draws.identification);
      return answered === null ? [] : [answered];
    },
  );
}

const sent = z.object({ interface: z.string(), frameHex: z.string() });
const error4 = z.object({
  src: z.string(),
  dst: z.string(),
  ttl: z.int(),
  tos: z.int(),
  type: z.int(),
  code: z.int(),
  restOfHeader: z.string(),
  quotedHex: z.string(),
  checksumOk: z.boolean(),
  pointer: z.int().optional(),
  nextHopMtu: z.int().optional(),
  gateway: z.string().optional(),
});
const error6 = z.object({
  src: z.string(),
  dst: z.string(),
  hopLimit: z.int(),
  type: z.int(),
  code: z.int(),
  word: z.int(),
  quotedHex: z.string(),
});
const outcome = z.union([
  sent,
  z.object({ interface: z.string(), dstMac: z.string(), icmpError: error4 }),
  z.object({ interface: z.string(), dstMac: z.string(), icmpv6Error: error6 }),
]);
type Outcome = z.infer<typeof outcome>;

/** What was sent, in the form that the file has for it: frames, or ICMP errors taken apart. */
function shown(lab: Lab, like: Outcome | undefined, action: SendAction): unknown {
  const frame = frameOf(lab, action);
  if (like === undefined || "frameHex" in like)
    return { interface: action.interface, frameHex: masked(frame) };
  const common = { interface: action.interface, dstMac: formatMac(parseMacAt(frame)) };
  return "icmpError" in like
    ? { ...common, icmpError: shownError4(action.packet) }
    : { ...common, icmpv6Error: shownError6(action.packet) };
}
const parseMacAt = (frame: Uint8Array): Mac => {
  const parsed = parseEthernet(frame);
  return parsed.ok ? parsed.value.destination : 0;
};

function shownError4(bytes: Uint8Array): unknown {
  const packet = parseIpv4(bytes);
  const message = packet.ok ? parseIcmpv4(packet.value.payload) : packet;
  if (!packet.ok || !message.ok) return "no ICMP message";
  const content = readIcmpv4(message.value);
  const { source, destination, ttl, dscp, ecn, payload } = packet.value;
  const { type, code, rest, data } = message.value;
  return {
    src: formatIpv4Address(source),
    dst: formatIpv4Address(destination),
    ttl,
    tos: dscp * 4 + ecn,
    type,
    code,
    restOfHeader: rest.toString(16).padStart(8, "0"),
    quotedHex: toHex(data),
    checksumOk: verifiesChecksum(payload),
    ...(content.kind === "error" && content.pointer !== undefined ? { pointer: content.pointer } : {}),
    ...(content.kind === "error" && content.nextHopMtu !== undefined
      ? { nextHopMtu: content.nextHopMtu }
      : {}),
    ...(content.kind === "error" && content.gateway !== undefined
      ? { gateway: formatIpv4Address(content.gateway) }
      : {}),
  };
}

function shownError6(bytes: Uint8Array): unknown {
  const packet = parseIpv6(bytes);
  const message = packet.ok ? parseIcmpv6(packet.value.payload) : packet;
  if (!packet.ok || !message.ok) return "no ICMP message";
  const { source, destination, hopLimit } = packet.value;
  const { type, code, body } = message.value;
  return {
    src: formatIpv6Address(source),
    dst: formatIpv6Address(destination),
    hopLimit,
    type,
    code,
    word: readU32(body, 0),
    quotedHex: toHex(body.subarray(4)),
  };
}

/** Without what the kernel draws for an echo reply: identification (and so the header checksum), flow label. */
function masked(frame: Uint8Array): string {
  const copy = frame.slice();
  const at = ethernetHeader;
  if (readU16(copy, 12) === etherType.ipv4) {
    if (readU8(copy, at + 9) === ipProtocol.icmp && readU8(copy, at + 20) === 0) {
      writeU16(copy, at + 4, 0);
      writeU16(copy, at + 10, 0);
    }
  } else if (readU8(copy, at + 6) === ipProtocol.icmpv6 && readU8(copy, at + 40) === 129) {
    copy.fill(0, at + 1, at + 4);
  }
  return toHex(copy);
}

/** The time that the kernel wrote into a Timestamp option, which stands before the pointer. */
function timestampIn(out: readonly Outcome[]): number {
  for (const one of out) {
    if (!("frameHex" in one)) continue;
    const frame = bytesOf(one.frameHex);
    const option = ethernetHeader + 20;
    if (readU16(frame, 12) === etherType.ipv4 && readU8(frame, option) === 68) {
      return readU32(frame, option + readU8(frame, option + 2) - 5);
    }
  }
  return 0;
}

const forwarding = vectors(
  z.object({ case: z.string(), interface: z.string(), frameHex: z.string(), out: z.array(outcome) }),
  (vector, { router }: z.infer<typeof meta>) => {
    const draws = { identification: 1, timestamp: timestampIn(vector.out) };
    const actions = run(router, vector.interface, bytesOf(vector.frameHex), draws);
    const expected = vector.out.map((one) =>
      "frameHex" in one ? { ...one, frameHex: masked(bytesOf(one.frameHex)) } : one,
    );
    return [
      same(
        "out",
        expected,
        actions.map((action, i) => shown(router, vector.out[i], action)),
      ),
    ];
  },
  meta,
);

export const netForwarding: Readonly<Record<string, Suite>> = { "net/forwarding.json": forwarding };
