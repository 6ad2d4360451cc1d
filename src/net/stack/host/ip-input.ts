import { readU8 } from "../../bytes/big-endian.ts";
import { solicitedNode } from "../../wire/derived-address.ts";
import { icmpv6Type } from "../../wire/icmpv6.ts";
import { ipProtocol } from "../../wire/ip-protocol.ts";
import { ipv4Offsets } from "../../wire/ipv4.ts";
import { ipv6HeaderBytes, ipv6Offsets } from "../../wire/ipv6.ts";
import { isMulticast } from "../address-role.ts";
import { isLocal } from "../delivery.ts";
import { forwardIpv4 } from "../ipv4-forwarding.ts";
import { forwardIpv6 } from "../ipv6-forwarding.ts";
import type { Arrival } from "../router.ts";
import { destinationOf, versionOf } from "./addresses.ts";
import { handOver } from "./link-output.ts";
import { deliverLocally } from "./local-delivery.ts";
import { stepResolver, transmitPacket } from "./neighbours.ts";
import { routerBefore, translateEntering, translateLeaving } from "./nat-step.ts";
import type { ForwardAction } from "./node.ts";
import { drawsFor, interfaceNamed, type Turn } from "./turn.ts";

/** A packet that a link brought (RFC 1122 §3.2.1, RFC 1812 §5.2.1). */
export function receivePacket(turn: Turn, arrival: Arrival, packet: Uint8Array): void {
  if (versionOf(packet) === 6) receiveIpv6(turn, arrival, packet);
  else if (turn.node.nat === null) receiveIpv4(turn, arrival, packet, false);
  else {
    const entering = translateEntering(turn, turn.node.nat, arrival, packet);
    if (entering !== null) receiveIpv4(turn, entering.arrival, entering.packet, false);
  }
}

/** `again`: it waited for a neighbour and has been here before. */
export function receiveIpv4(turn: Turn, arrival: Arrival, packet: Uint8Array, again: boolean): void {
  const draws = drawsFor(turn);
  const { router, behaviour } = turn.node;
  const own = behaviour.forwardIpv4;
  // What must not be cut is refused before (RFC 1191 §4).
  const nat = isDf(packet) ? null : turn.node.nat;
  const actions =
    own === undefined
      ? forwardIpv4(nat === null ? router : routerBefore(nat, router), arrival, packet, draws)
      : own(turn.node, arrival, packet, draws);
  for (const action of actions) carryOut(turn, arrival, packet, action, again);
}

const isDf = (packet: Uint8Array): boolean =>
  (readU8(packet, ipv4Offsets.flagsAndFragmentOffset) & 0x40) !== 0;

function receiveIpv6(turn: Turn, arrival: Arrival, packet: Uint8Array): void {
  const forMe = isForMe(turn, packet);
  if (forMe && isNeighbourMessage(packet)) {
    const at = interfaceNamed(turn, arrival.interface);
    turn.actions.push({ kind: "deliver", program: null, packet });
    if (at !== undefined) stepResolver(turn, at, "ndp", { kind: "ndp", packet });
  } else if (forMe) {
    deliverLocally(turn, arrival, packet);
  } else {
    for (const action of forwardIpv6(turn.node.router, arrival, packet)) {
      carryOut(turn, arrival, packet, action, false);
    }
  }
}

const allNodes = (0xff02n << 112n) + 1n;
const allRouters = (0xff02n << 112n) + 2n;

/** A group that the node is in (RFC 4291 §2.8); its unicast addresses are the business of forwarding. */
function isForMe(turn: Turn, packet: Uint8Array): boolean {
  const destination = destinationOf(packet);
  if (destination === null || packet.length < ipv6HeaderBytes) return false;
  const { interfaces, forwarding } = turn.node.router;
  if (!isMulticast(destination)) return isLocal(interfaces, destination) && isNeighbourMessage(packet);
  if (destination.value === allNodes) return true;
  if (destination.value === allRouters) return forwarding;
  return interfaces.some(({ addresses }) =>
    addresses.some(
      ({ address }) => address.version === 6 && solicitedNode(address.value) === destination.value,
    ),
  );
}

/** A neighbor solicitation or advertisement, sound or not. */
function isNeighbourMessage(packet: Uint8Array): boolean {
  const type = readU8(packet, ipv6HeaderBytes);
  return (
    readU8(packet, ipv6Offsets.nextHeader) === ipProtocol.icmpv6 &&
    (type === icmpv6Type.neighborSolicitation || type === icmpv6Type.neighborAdvertisement)
  );
}

function carryOut(
  turn: Turn,
  arrival: Arrival,
  incoming: Uint8Array,
  action: ForwardAction,
  again: boolean,
): void {
  switch (action.kind) {
    case "send": {
      const { nat } = turn.node;
      for (const leaving of nat === null ? [action] : translateLeaving(turn, nat, action)) {
        handOver(turn, leaving);
      }
      break;
    }
    case "deliver":
      deliverLocally(turn, arrival, action.packet);
      break;
    case "drop":
      drop(turn, arrival, action.reason, incoming);
      break;
    case "transmit": {
      const at = interfaceNamed(turn, action.interface);
      if (at === undefined) drop(turn, arrival, "unknown-interface", incoming);
      else if (at.pointToPoint === true) {
        turn.actions.push({ kind: "transmit", interface: at.name, bytes: action.packet });
      } else transmitPacket(turn, at, action.mac, action.packet);
      break;
    }
    case "resolve": {
      const at = interfaceNamed(turn, action.interface);
      if (at === undefined || again) {
        drop(turn, arrival, at === undefined ? "unknown-interface" : "unresolved", incoming);
        break;
      }
      turn.node = { ...turn.node, deferred: new Map(turn.node.deferred).set(incoming, arrival) };
      stepResolver(turn, at, "arp", { kind: "send", target: action.target, packet: incoming });
    }
  }
}

const drop = (turn: Turn, arrival: Arrival, reason: string, bytes: Uint8Array): void => {
  turn.actions.push({ kind: "drop", interface: arrival.interface, reason, bytes });
};
