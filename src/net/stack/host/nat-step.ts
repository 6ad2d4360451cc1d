import { parseIpv4 } from "../../wire/ipv4.ts";
import { containsAddress } from "../../wire/prefix.ts";
import { ip4 } from "../icmpv4-error.ts";
import { fragmentIpv4 } from "../ipv4-fragmentation.ts";
import { natPacketInbound, natPacketOutbound, type NatBoxStep } from "../nat-box.ts";
import { carriesIcmpError } from "../nat-icmp-error.ts";
import { isFace } from "../nat.ts";
import type { Arrival, SendAction } from "../router.ts";
import type { NodeNat, NodeState } from "./node.ts";
import { reassemble } from "./reassembly-step.ts";
import { draw, interfaceNamed, type Turn } from "./turn.ts";

/**
 * An IPv4 packet before it is routed: from outside it is for whom the table says; from inside to the outside address
 * it turns round. What the table does not know is for the router itself, as any packet is. Null while fragments lack:
 * ports stand in the first one only (RFC 4787 §11 REQ-14).
 */
export function translateEntering(
  turn: Turn,
  nat: NodeNat,
  arrival: Arrival,
  packet: Uint8Array,
): { readonly arrival: Arrival; readonly packet: Uint8Array } | null {
  const parsed = parseIpv4(packet);
  if (!parsed.ok) return { arrival, packet };
  const { destination, mf, fragmentOffset, source } = parsed.value;
  const fromInside = arrival.interface !== nat.outside && isInside(nat, source);
  const forFace = isFace(nat.rules, destination);
  if (!forFace && !fromInside) return { arrival, packet };
  const whole = mf || fragmentOffset > 0 ? reassemble(turn, arrival, packet) : packet;
  if (whole === null) return null;
  if (!forFace) return { arrival, packet: whole };
  const step = fromInside
    ? natPacketOutbound(nat.rules, nat.state, whole, turn.now, draw(turn))
    : natPacketInbound(nat.rules, nat.state, whole, turn.now);
  if (step.verdict.action === "drop") return { arrival, packet: whole };
  keep(turn, nat, step);
  return { arrival: { ...arrival, translated: true }, packet: step.verdict.packet };
}

/** The router as it forwards what may be cut: not before it is translated. */
export function routerBefore({ outside }: NodeNat, router: NodeState["router"]): NodeState["router"] {
  const interfaces = router.interfaces.map((at) => (at.name === outside ? { ...at, mtu: 65_535 } : at));
  return { ...router, interfaces };
}

/** An IPv4 packet that has been routed: what leaves by the interface outside gets the outside address, and is cut. */
export function translateLeaving(turn: Turn, nat: NodeNat, action: SendAction): readonly SendAction[] {
  const translated = translate(turn, nat, action);
  const at = interfaceNamed(turn, action.interface);
  if (translated === null || at === undefined) return [];
  const pieces = fragmentIpv4(translated.packet, at.mtu);
  return pieces.ok ? pieces.value.map((packet) => ({ ...action, packet })) : [translated];
}

function translate(turn: Turn, nat: NodeNat, action: SendAction): SendAction | null {
  const parsed = parseIpv4(action.packet);
  if (action.interface !== nat.outside || !parsed.ok) return action;
  const fromInside = isInside(nat, parsed.value.source);
  // Errors of the router itself quote what it has translated on the way in.
  if (!fromInside && !carriesIcmpError(parsed.value)) return action;
  const step = natPacketOutbound(nat.rules, nat.state, action.packet, turn.now, draw(turn));
  if (step.verdict.action === "transmit") {
    keep(turn, nat, step);
    return { ...action, packet: step.verdict.packet };
  }
  if (!fromInside) return action;
  const { reason } = step.verdict;
  turn.actions.push({ kind: "drop", interface: nat.outside, reason: `nat-${reason}`, bytes: action.packet });
  return null;
}

const isInside = ({ rules }: NodeNat, address: number): boolean =>
  containsAddress(rules.inside, ip4(address));

/** Keeps the table, and tells of the dialogues that are new in it. */
function keep(turn: Turn, nat: NodeNat, { state }: NatBoxStep): void {
  turn.node = { ...turn.node, nat: { ...nat, state } };
  for (const entry of state.entries) {
    const known = nat.state.entries.some(
      (old) =>
        old.protocol === entry.protocol &&
        old.inside === entry.inside &&
        old.insidePort === entry.insidePort &&
        old.remote === entry.remote &&
        old.remotePort === entry.remotePort,
    );
    if (!known) turn.actions.push({ kind: "nat", entry });
  }
}
