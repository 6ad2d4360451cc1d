import type { Result } from "../bytes/result.ts";
import { ipv6MulticastMac } from "../wire/derived-address.ts";
import { emitIcmpv6, icmpv6Type, parseIcmpv6 } from "../wire/icmpv6.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import type { Ipv6Address } from "../wire/ipv6-address.ts";
import { emitIpv6, parseIpv6, type Ipv6Packet } from "../wire/ipv6.ts";
import { isGroupMac, writeMac, type Mac } from "../wire/mac.ts";
import { linkLayerAddress, ndpOption } from "../wire/ndp-options.ts";
import { emitNdpBody } from "../wire/ndp-emit.ts";
import { ndpFault, parseNdp, type NdpMessage } from "../wire/ndp.ts";
import { verifiesTransportChecksum } from "../wire/pseudo-header.ts";
import type { IpAddress } from "../wire/prefix.ts";
import {
  findNeighbour,
  sendToNeighbour,
  setNeighbour,
  type NeighbourCache,
  type NeighbourStep,
} from "./neighbour-cache.ts";
import { learnMac } from "./neighbour-learning.ts";
import { receiveAdvertisement } from "./ndp-advertisement.ts";

export type NdpSelf = {
  readonly mac: Mac;
  readonly addresses: readonly Ipv6Address[];
  readonly isRouter: boolean;
};

type Solicitation = Extract<NdpMessage, { kind: "neighbor-solicitation" }>;

const allNodes: Ipv6Address = (0xff02n << 112n) + 1n;
const ip = (value: Ipv6Address): IpAddress => ({ version: 6, value });

/**
 * An IPv6 packet from the link that may be a neighbor solicitation or advertisement (RFC 4861 §7.2), or a redirect that
 * the host follows. What is invalid, for other addresses or no such message changes nothing.
 */
export function receiveNdp(
  cache: NeighbourCache,
  self: NdpSelf,
  bytes: Uint8Array,
  now: number,
): NeighbourStep {
  const nothing = { cache, actions: [] };
  const packet = parseIpv6(bytes);
  if (!packet.ok || packet.value.nextHeader !== ipProtocol.icmpv6) return nothing;
  if (!verifiesTransportChecksum(packet.value, ipProtocol.icmpv6, packet.value.payload)) return nothing;
  const icmp = parseIcmpv6(packet.value.payload);
  if (!icmp.ok) return nothing;
  const message = parseNdp(icmp.value);
  if (!message.ok || ndpFault(icmp.value, message.value, packet.value) !== null) return nothing;
  switch (message.value.kind) {
    case "neighbor-solicitation":
      return self.addresses.includes(message.value.target)
        ? answer(cache, self, packet.value, message.value, now)
        : nothing;
    case "neighbor-advertisement":
      return receiveAdvertisement(cache, message.value, macIn(message.value), now);
    case "redirect":
      return learnTarget(cache, message.value, now);
    case "router-solicitation":
    case "router-advertisement":
      return nothing;
  }
}

/** The MAC in the link-layer address option, which must be that of a single card. */
function macIn({ options }: Pick<Solicitation, "options">): Mac | null {
  const mac = options.map(linkLayerAddress).find((found) => found !== null) ?? null;
  return mac === null || isGroupMac(mac) ? null : mac;
}

/**
 * The MAC that a redirect tells of its target (RFC 4861 §8.3), which is a router unless it is the destination itself.
 * Whether the redirect comes from the router in use is for the routing table to know: see ndp-redirect.ts.
 */
function learnTarget(
  cache: NeighbourCache,
  message: Extract<NdpMessage, { kind: "redirect" }>,
  now: number,
): NeighbourStep {
  const mac = macIn(message);
  if (mac === null) return { cache, actions: [] };
  const target = ip(message.target);
  const step = learnMac(cache, target, mac, "stale", true, now);
  const entry = findNeighbour(step.cache, target);
  if (entry === null || message.target === message.destination) return step;
  return { ...step, cache: setNeighbour(step.cache, target, { ...entry, isRouter: true }) };
}

/** RFC 4861 §7.2.3 and §7.2.4: note the asker, then advertise. */
function answer(
  cache: NeighbourCache,
  self: NdpSelf,
  { source, destination }: Ipv6Packet,
  message: Solicitation,
  now: number,
): NeighbourStep {
  if (source === 0n) {
    // Somebody tests whether the address is free (RFC 4862 §5.4): it has none yet, so everybody is told.
    const told = advertisement(self, message.target, allNodes, false, true);
    return {
      cache,
      actions: told.ok ? [{ kind: "transmit", packet: told.value, mac: ipv6MulticastMac(allNodes) }] : [],
    };
  }
  const asker = ip(source);
  const mac = macIn(message);
  const multicast = destination >> 120n === 0xffn;
  const learned = mac === null ? { cache, actions: [] } : learnMac(cache, asker, mac, "stale", true, now);
  // A question to the group must say who asks (§4.3): without that only a known asker is answered.
  if (multicast && findNeighbour(learned.cache, asker) === null) return learned;
  const told = advertisement(self, message.target, source, true, multicast);
  if (!told.ok) return learned;
  const sent = sendToNeighbour(learned.cache, asker, told.value, now);
  return { cache: sent.cache, actions: [...learned.actions, ...sent.actions] };
}

/** An advertisement of one of my addresses; without a MAC there is nothing to override with (RFC 4861 §7.2.4). */
export function advertisement(
  { mac, isRouter }: NdpSelf,
  target: Ipv6Address,
  destination: Ipv6Address,
  solicited: boolean,
  withMac: boolean,
): Result<Uint8Array, "out-of-range"> {
  const body = emitNdpBody({
    kind: "neighbor-advertisement",
    router: isRouter,
    solicited,
    override: withMac,
    target,
    options: withMac ? [{ type: ndpOption.targetLinkLayerAddress, data: macBytes(mac) }] : [],
  });
  if (!body.ok) return body;
  const ends = { source: target, destination };
  const payload = emitIcmpv6({
    type: icmpv6Type.neighborAdvertisement,
    code: 0,
    checksum: ends,
    body: body.value,
  });
  if (!payload.ok) return payload;
  // Hop limit 255 proves to the receiver that no router forwarded it (§7.1.2).
  return emitIpv6({
    ...ends,
    trafficClass: 0,
    flowLabel: 0,
    nextHeader: ipProtocol.icmpv6,
    hopLimit: 255,
    payload: payload.value,
  });
}

function macBytes(mac: Mac): Uint8Array {
  const bytes = new Uint8Array(6);
  writeMac(bytes, 0, mac);
  return bytes;
}
