import { sourceOf } from "../stack/host/addresses.ts";
import type { NodeState } from "../stack/host/node.ts";
import type { NodeAction } from "../stack/host/turn.ts";
import { wholePacket } from "../stack/host/whole-packet.ts";
import { isLocal } from "../stack/delivery.ts";
import { readU8 } from "../bytes/big-endian.ts";
import { etherType, parseEthernet } from "../wire/ethernet.ts";
import { icmpv6Type } from "../wire/icmpv6.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import { isActive, type NodeFault } from "./faults.ts";

const has = (faults: readonly NodeFault[], kind: NodeFault["kind"], node: string, now: number): boolean =>
  faults.some((fault) => fault.kind === kind && fault.node === node && isActive(fault, now));

/** Whether the node takes nothing in now. */
export const isDead = (faults: readonly NodeFault[], node: string, now: number): boolean =>
  has(faults, "dead", node, now);

/** What is left of a node's actions: a dead one sends nothing, a silent one no ICMP of its own. */
export function withoutOwnIcmp(
  faults: readonly NodeFault[],
  name: string,
  node: NodeState,
  actions: readonly NodeAction[],
  now: number,
): readonly NodeAction[] {
  const dead = has(faults, "dead", name, now);
  const silent = has(faults, "silent", name, now);
  if (!dead && !silent) return actions;
  return actions.map((action): NodeAction => {
    if (action.kind !== "transmit") return action;
    const { interface: at, bytes } = action;
    if (dead) return { kind: "drop", interface: at, reason: "dead", bytes };
    return isOwnIcmp(node, at, bytes) ? { kind: "drop", interface: at, reason: "silent", bytes } : action;
  });
}

/** Neighbor Discovery is left alone: without it the node would be dead. */
function isOwnIcmp({ router }: NodeState, name: string, bytes: Uint8Array): boolean {
  const bare = router.interfaces.find((at) => at.name === name)?.pointToPoint === true;
  const frame = bare ? null : parseEthernet(bytes);
  if (frame?.ok === true && frame.value.etherType === etherType.arp) return false;
  const packet = wholePacket(frame?.ok === true ? frame.value.payload : bytes);
  const source = packet === null ? null : sourceOf(packet.bytes);
  if (packet === null || source === null || !isLocal(router.interfaces, source)) return false;
  if (packet.version === 4) return packet.protocol === ipProtocol.icmp;
  const type = readU8(packet.payload, 0);
  const discovery = type >= icmpv6Type.routerSolicitation && type <= icmpv6Type.redirect;
  return packet.protocol === ipProtocol.icmpv6 && !discovery;
}
