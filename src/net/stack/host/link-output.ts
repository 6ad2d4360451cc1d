import { writeU16 } from "../../bytes/big-endian.ts";
import { ipv4HeaderEnd, ipv4Offsets } from "../../wire/ipv4.ts";
import { loopbackInterface, type SendAction } from "../router.ts";
import { versionOf } from "./addresses.ts";
import { stepResolver } from "./neighbours.ts";
import { interfaceNamed, type Turn } from "./turn.ts";

/** Hands a packet that fits its link to the next hop: at once, or once that one's MAC address is known. */
export function handOver(turn: Turn, { interface: name, nextHop, packet }: SendAction): void {
  if (name === loopbackInterface) {
    turn.looped.push(packet);
    return;
  }
  const at = interfaceNamed(turn, name);
  if (at?.up !== true) {
    turn.actions.push({ kind: "drop", interface: name, reason: "interface-down", bytes: packet });
    return;
  }
  const leaving = withChecksum(turn, packet);
  if (nextHop === null) turn.actions.push({ kind: "transmit", interface: name, bytes: leaving });
  else {
    const protocol = nextHop.version === 4 ? "arp" : "ndp";
    stepResolver(turn, at, protocol, { kind: "send", target: nextHop, packet: leaving });
  }
}

/** The packet with the header checksum that the node computes itself, where it does so in its own way. */
export function withChecksum(turn: Turn, packet: Uint8Array): Uint8Array {
  const own = turn.node.behaviour.ipv4Checksum;
  if (own === undefined || versionOf(packet) !== 4) return packet;
  const changed = packet.slice();
  writeU16(changed, ipv4Offsets.checksum, own(packet.slice(0, ipv4HeaderEnd(packet))));
  return changed;
}
