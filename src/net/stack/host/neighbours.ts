import { arpOperation, emitArp, type ArpPacket } from "../../wire/arp.ts";
import { ipv6MulticastMac, solicitedNode } from "../../wire/derived-address.ts";
import { emitEthernet, etherType } from "../../wire/ethernet.ts";
import { emitIcmpv6, icmpv6Type } from "../../wire/icmpv6.ts";
import { ipProtocol } from "../../wire/ip-protocol.ts";
import { emitIpv6 } from "../../wire/ipv6.ts";
import { broadcastMac, writeMac, type Mac } from "../../wire/mac.ts";
import { ndpOption } from "../../wire/ndp-options.ts";
import { emitNdpBody } from "../../wire/ndp-emit.ts";
import { containsAddress, prefixOf, type IpAddress } from "../../wire/prefix.ts";
import { ownsAddress } from "../network-interface.ts";
import type { Arrival } from "../router.ts";
import { sourceOf } from "./addresses.ts";
import type { NodeInterface } from "./node.ts";
import type { Resolver, ResolverAction, ResolverEntry, ResolverEvent } from "./resolver.ts";
import type { Turn } from "./turn.ts";

/** Lets ARP or NDP of an interface take an event, and does what it asks for. */
export function stepResolver(
  turn: Turn,
  at: NodeInterface,
  protocol: "arp" | "ndp",
  event: ResolverEvent,
): void {
  const both = turn.node.resolvers.get(at.name);
  if (both === undefined) return;
  const before = both[protocol];
  const { resolver, actions } = before.step(event, turn.now);
  if (resolver !== before) {
    const resolvers = new Map(turn.node.resolvers).set(at.name, { ...both, [protocol]: resolver });
    turn.node = { ...turn.node, resolvers };
    noteChanges(turn, at.name, before, resolver);
  }
  for (const action of actions) carryOut(turn, at, action);
}

function carryOut(turn: Turn, at: NodeInterface, action: ResolverAction): void {
  switch (action.kind) {
    case "transmit": {
      const arrival = takeDeferred(turn, action.packet);
      if (arrival !== undefined) turn.again.push({ arrival, packet: action.packet });
      else transmitPacket(turn, at, action.mac, action.packet);
      break;
    }
    case "solicit":
      solicit(turn, at, action);
      break;
    case "arp-reply":
      transmitArp(turn, at, action.packet.targetMac, action.packet);
      break;
    case "drop": {
      const { packet, reason } = action;
      takeDeferred(turn, packet);
      if (reason === "unreachable") turn.unresolved.push({ interface: at.name, packet });
      const code = reason === "unreachable" ? "neighbour-unreachable" : "neighbour-queue";
      turn.actions.push({ kind: "drop", interface: at.name, reason: code, bytes: packet });
    }
  }
}

/** Takes a packet off those that wait to be forwarded again; undefined if it was none of them. */
function takeDeferred(turn: Turn, packet: Uint8Array): Arrival | undefined {
  const arrival = turn.node.deferred.get(packet);
  if (arrival === undefined) return undefined;
  const deferred = new Map(turn.node.deferred);
  deferred.delete(packet);
  turn.node = { ...turn.node, deferred };
  return arrival;
}

/** Sends an IP packet in a frame to that MAC. */
export function transmitPacket(turn: Turn, at: NodeInterface, mac: Mac, packet: Uint8Array): void {
  const version = (packet[0] ?? 0) >>> 4;
  transmitFrame(turn, at, mac, version === 4 ? etherType.ipv4 : etherType.ipv6, packet);
}

function transmitArp(turn: Turn, at: NodeInterface, mac: Mac, packet: ArpPacket): void {
  const payload = emitArp(packet);
  if (payload.ok) transmitFrame(turn, at, mac, etherType.arp, payload.value);
}

function transmitFrame(turn: Turn, at: NodeInterface, mac: Mac, type: number, payload: Uint8Array): void {
  const frame = emitEthernet({
    destination: mac,
    source: at.mac,
    tags: [],
    etherType: type,
    payload,
    padding: new Uint8Array(),
  });
  if (frame.ok) turn.actions.push({ kind: "transmit", interface: at.name, bytes: frame.value });
}

/**
 * Who asks is the source of the waiting packet where that is the node itself, else an address of the interface on the
 * target's network (RFC 1122 §2.3.2.1 leaves it open; RFC 4861 §7.2.2).
 */
function solicit(
  turn: Turn,
  at: NodeInterface,
  { target, to, packet }: Extract<ResolverAction, { kind: "solicit" }>,
): void {
  const asker = askerFor(at, target, packet);
  if (asker === null) return;
  if (target.version === 6) solicitNdp(turn, at, target.value, to, asker.value);
  else {
    transmitArp(turn, at, to ?? broadcastMac, {
      operation: arpOperation.request,
      senderMac: at.mac,
      senderIp: Number(asker.value),
      targetMac: 0,
      targetIp: Number(target.value),
    });
  }
}

function askerFor(at: NodeInterface, target: IpAddress, packet: Uint8Array | null): IpAddress | null {
  const source = packet === null ? null : sourceOf(packet);
  if (source !== null && ownsAddress(at, source)) return source;
  const same = at.addresses.filter(({ address }) => address.version === target.version);
  const near = same.find(({ address, length }) => containsAddress(prefixOf(address, length), target));
  return (near ?? same[0])?.address ?? null;
}

function solicitNdp(turn: Turn, at: NodeInterface, target: bigint, to: Mac | null, source: bigint): void {
  const destination = to === null ? solicitedNode(target) : target;
  const mac = new Uint8Array(6);
  writeMac(mac, 0, at.mac);
  const body = emitNdpBody({
    kind: "neighbor-solicitation",
    target,
    options: [{ type: ndpOption.sourceLinkLayerAddress, data: mac }],
  });
  if (!body.ok) return;
  const ends = { source, destination };
  const message = emitIcmpv6({
    type: icmpv6Type.neighborSolicitation,
    code: 0,
    checksum: ends,
    body: body.value,
  });
  if (!message.ok) return;
  const packet = emitIpv6({
    ...ends,
    trafficClass: 0,
    flowLabel: 0,
    nextHeader: ipProtocol.icmpv6,
    hopLimit: 255,
    payload: message.value,
  });
  if (packet.ok) transmitPacket(turn, at, to ?? ipv6MulticastMac(destination), packet.value);
}

/** Writes down which entries are not what they were. */
function noteChanges(turn: Turn, name: string, before: Resolver, after: Resolver): void {
  if (before.entries === after.entries) return;
  const view = (entry: ResolverEntry | undefined): ResolverEntry | null =>
    entry === undefined ? null : { mac: entry.mac, state: entry.state };
  for (const address of new Set([...before.entries.keys(), ...after.entries.keys()])) {
    const [old, next] = [before.entries.get(address), after.entries.get(address)];
    if (old === next || (old?.mac === next?.mac && old?.state === next?.state)) continue;
    turn.actions.push({
      kind: "neighbour",
      interface: name,
      address,
      before: view(old),
      after: view(next),
    });
  }
}
