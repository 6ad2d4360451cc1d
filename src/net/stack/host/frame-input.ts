import { parseArp } from "../../wire/arp.ts";
import { etherType, parseEthernet, type EthernetFrame } from "../../wire/ethernet.ts";
import { isGroupMac } from "../../wire/mac.ts";
import { receivePacket } from "./ip-input.ts";
import { stepResolver } from "./neighbours.ts";
import type { NodeInterface } from "./node.ts";
import { interfaceNamed, type Turn } from "./turn.ts";

/** What a link brought: a frame, or a bare packet where the link has no MAC addresses. */
export function receiveFrame(turn: Turn, name: string, bytes: Uint8Array): void {
  const at = interfaceNamed(turn, name);
  const drop = (reason: string): void => {
    turn.actions.push({ kind: "drop", interface: name, reason, bytes });
  };
  if (at?.up !== true) {
    drop("interface-down");
    return;
  }
  if (at.pointToPoint === true) {
    receivePacket(turn, { interface: name, linkBroadcast: false }, bytes);
    return;
  }
  const parsed = parseEthernet(bytes);
  if (!parsed.ok) {
    drop("frame");
    return;
  }
  const frame = parsed.value;
  const many = isGroupMac(frame.destination);
  // The card keeps only what is for it (IEEE 802.3 §3.2.3).
  if (!many && frame.destination !== at.mac) drop("other-mac");
  else if (frame.etherType === etherType.arp) receiveArpFrame(turn, at, frame, bytes);
  else if (frame.etherType === etherType.ipv4 || frame.etherType === etherType.ipv6) {
    receivePacket(turn, { interface: name, linkBroadcast: many }, frame.payload);
  } else drop("ether-type");
}

function receiveArpFrame(turn: Turn, at: NodeInterface, frame: EthernetFrame, bytes: Uint8Array): void {
  const arp = parseArp(frame.payload);
  if (!arp.ok) {
    turn.actions.push({ kind: "drop", interface: at.name, reason: "arp", bytes });
    return;
  }
  const own = turn.node.behaviour.arpReply;
  if (own === undefined) {
    stepResolver(turn, at, "arp", { kind: "arp", packet: arp.value });
    return;
  }
  // The cache learns as ever; only the answer is made elsewhere.
  stepResolver(turn, at, "arp", { kind: "arp", packet: arp.value, silent: true });
  const address = at.addresses.find((candidate) => candidate.address.version === 4)?.address.value;
  const reply = address === undefined ? null : own(bytes, { mac: at.mac, address: Number(address) });
  if (reply !== null) turn.actions.push({ kind: "transmit", interface: at.name, bytes: reply });
}
