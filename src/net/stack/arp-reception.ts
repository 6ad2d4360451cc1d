import type { Ipv4Address } from "../wire/address.ts";
import { arpOperation, type ArpPacket } from "../wire/arp.ts";
import { isGroupMac, type Mac } from "../wire/mac.ts";
import type { NeighbourCache, NeighbourStep } from "./neighbour-cache.ts";
import { learnMac } from "./neighbour-learning.ts";

export type ArpSelf = { readonly mac: Mac; readonly addresses: readonly Ipv4Address[] };

export type ArpStep = NeighbourStep & {
  /** To be sent to its target MAC. */
  readonly reply: ArpPacket | null;
  /** Somebody else claims one of my addresses (RFC 5227 §2.4). */
  readonly conflict: boolean;
};

/**
 * An ARP packet from the link (RFC 826, "Packet Reception"). A known sender is always updated, whoever is asked for;
 * a new one is entered only when it asks for me, because it will soon be spoken to. RFC 826 enters the sender of a
 * reply that nobody asked for as well; hosts no longer do, since that lets anybody speak for anybody.
 */
export function receiveArp(cache: NeighbourCache, self: ArpSelf, arp: ArpPacket, now: number): ArpStep {
  const { operation, senderMac, senderIp, targetIp } = arp;
  const nothing = { cache, actions: [], reply: null, conflict: false };
  if (operation !== arpOperation.request && operation !== arpOperation.reply) return nothing;
  // RFC 1812 §3.3.2: no host has a group's MAC.
  if (isGroupMac(senderMac)) return nothing;
  if (self.addresses.includes(senderIp)) return { ...nothing, conflict: senderMac !== self.mac };
  const forMe = self.addresses.includes(targetIp);
  const asksForMe = forMe && operation === arpOperation.request;
  // 0.0.0.0 is a probe (RFC 5227 §2.1.1): it wants an answer and says nothing about itself.
  const step =
    senderIp === 0
      ? nothing
      : learnMac(
          cache,
          { version: 4, value: BigInt(senderIp) },
          senderMac,
          forMe && operation === arpOperation.reply ? "reachable" : "stale",
          asksForMe,
          now,
        );
  return {
    cache: step.cache,
    actions: step.actions,
    reply: asksForMe ? replyTo(arp, self.mac) : null,
    conflict: false,
  };
}

/** The request with the two sides exchanged and my MAC filled in. */
const replyTo = ({ senderMac, senderIp, targetIp }: ArpPacket, mac: Mac): ArpPacket => ({
  operation: arpOperation.reply,
  senderMac: mac,
  senderIp: targetIp,
  targetMac: senderMac,
  targetIp: senderIp,
});
