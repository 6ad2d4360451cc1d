import { ipv4MulticastMac, ipv6MulticastMac } from "../../wire/derived-address.ts";
import { broadcastMac } from "../../wire/mac.ts";
import type { IpAddress } from "../../wire/prefix.ts";
import { deliveryOf } from "../delivery.ts";
import { fragmentIpv4 } from "../ipv4-fragmentation.ts";
import { fragmentIpv6 } from "../ipv6-fragmentation.ts";
import { addressOn, loopbackInterface, type SendAction } from "../router.ts";
import { destinationOf } from "./addresses.ts";
import { handOver, withChecksum } from "./link-output.ts";
import { transmitPacket } from "./neighbours.ts";
import { packetOf } from "./outgoing.ts";
import { pathMtu } from "./path-mtu.ts";
import type { Outgoing } from "./process.ts";
import type { SendFailure } from "./program-output.ts";
import { draw, interfaceNamed, nextIdentification, type Turn } from "./turn.ts";

/** The way that a packet takes: to one node as `SendAction` has it, or to all or a group on a link. */
type Way = { readonly interface: string } & (
  | { readonly kind: "one"; readonly nextHop: IpAddress | null }
  | { readonly kind: "many"; readonly group: IpAddress | null }
);

/** What a loopback interface takes, in bytes: everything. */
const loopbackMtu = 65_535;

/** Sends what a program asks for: finds the way, chooses the source, fits it to the path (RFC 1122 §3.3). */
export function sendOutgoing(turn: Turn, outgoing: Outgoing): SendFailure | null {
  const { destination } = outgoing;
  const way = wayTo(turn, destination);
  if (way === null) return { reason: "no-route" };
  const source =
    way.interface === loopbackInterface
      ? destination
      : addressOn(turn.node.router, way.interface, destination.version);
  if (source === null) return { reason: "no-route" };
  const linkMtu = interfaceNamed(turn, way.interface)?.mtu ?? loopbackMtu;
  const path = pathMtu(turn.node.pathMtus, destination, linkMtu, turn.now);
  const whole = packetOf(outgoing, source, nextIdentification(turn), false);
  if (whole === null) return { reason: "out-of-range" };
  const fits = whole.length <= path;
  if (outgoing.pathMtu === "do" && !fits) return { reason: "message-too-long", mtu: path };
  const df = outgoing.pathMtu === "do" || (outgoing.pathMtu === "want" && fits);
  const packet = df ? (packetOf(outgoing, source, turn.node.identification, true) ?? whole) : whole;
  const ignoresPath = outgoing.pathMtu === "dont" && destination.version === 4;
  for (const piece of cut(turn, packet, ignoresPath ? linkMtu : path)) sendAlong(turn, way, piece);
  return null;
}

/** Sends an answer or an error of the node itself, in as many pieces as its link asks for. */
export function sendAnswer(turn: Turn, action: SendAction): void {
  const linkMtu = interfaceNamed(turn, action.interface)?.mtu ?? loopbackMtu;
  const destination = destinationOf(action.packet);
  const path =
    destination?.version === 6 ? pathMtu(turn.node.pathMtus, destination, linkMtu, turn.now) : linkMtu;
  for (const packet of cut(turn, action.packet, path)) handOver(turn, { ...action, packet });
}

/** Sends a whole packet as it is, whatever it says of its source; false when no way leads to its destination. */
export function sendPacket(turn: Turn, packet: Uint8Array): boolean {
  const destination = destinationOf(packet);
  const way = destination === null ? null : wayTo(turn, destination);
  if (way === null) return false;
  sendAlong(turn, way, packet);
  return true;
}

function wayTo(turn: Turn, destination: IpAddress): Way | null {
  const delivery = deliveryOf(turn.node.router, destination);
  switch (delivery.kind) {
    case "local":
      return { kind: "one", interface: loopbackInterface, nextHop: null };
    case "direct":
    case "via":
      return { kind: "one", interface: delivery.interface, nextHop: delivery.resolve };
    case "broadcast":
    case "multicast": {
      const group = delivery.kind === "multicast" ? destination : null;
      return delivery.interface === null ? null : { kind: "many", interface: delivery.interface, group };
    }
    case "unreachable":
      return null;
  }
}

function sendAlong(turn: Turn, way: Way, packet: Uint8Array): void {
  if (way.kind === "one") {
    handOver(turn, { kind: "send", interface: way.interface, nextHop: way.nextHop, packet });
    return;
  }
  const at = interfaceNamed(turn, way.interface);
  if (at !== undefined) transmitPacket(turn, at, macOf(way.group), withChecksum(turn, packet));
}

/** `group` null: everybody. */
function macOf(group: IpAddress | null): number {
  if (group === null) return broadcastMac;
  return group.version === 4 ? ipv4MulticastMac(Number(group.value)) : ipv6MulticastMac(group.value);
}

/** The packet in pieces of at most `mtu` bytes; whole where it cannot be cut. */
function cut(turn: Turn, packet: Uint8Array, mtu: number): readonly Uint8Array[] {
  if (packet.length <= mtu) return [packet];
  const pieces =
    destinationOf(packet)?.version === 6 ? fragmentIpv6(packet, mtu, draw(turn)) : fragmentIpv4(packet, mtu);
  return pieces.ok ? pieces.value : [packet];
}
