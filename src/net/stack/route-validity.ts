import { containsAddress, type IpAddress } from "../wire/prefix.ts";
import {
  isLimitedBroadcast,
  isLinkLocal,
  isLoopback,
  isMulticast,
  isReserved,
  isUnspecified,
} from "./address-role.ts";
import {
  connectedPrefixes,
  isDirectedBroadcast,
  isNetworkAddress,
  ownsAddress,
  type NetworkInterface,
} from "./network-interface.ts";
import type { Route } from "./routing-table.ts";

/** `gateway-invalid`: an address that no router can have. `gateway-off-link`: no network of that link holds it. */
export type RouteFault = "unknown-interface" | "gateway-is-self" | "gateway-invalid" | "gateway-off-link";

/**
 * Why a row may not enter the table, or null: the interface must be there and up, and the gateway must be a neighbour,
 * because a frame needs its link-layer address. Reachable through another router is not enough (RFC 1812 §2.2.7;
 * Linux: "Nexthop has invalid gateway"). On a point-to-point link whatever is at the other end is the neighbour.
 */
export function routeFault(interfaces: readonly NetworkInterface[], route: Route): RouteFault | null {
  if (route.kind !== "unicast") return null;
  const out = interfaces.find(({ name }) => name === route.interface);
  if (out?.up !== true) return "unknown-interface";
  const { gateway } = route;
  if (gateway === null) return null;
  if (interfaces.some((at) => ownsAddress(at, gateway))) return "gateway-is-self";
  if (isNobody(gateway)) return "gateway-invalid";
  if (out.pointToPoint === true) return null;
  if (isDirectedBroadcast(out, gateway) || isNetworkAddress(out, gateway)) return "gateway-invalid";
  return isOnLink(out, gateway) ? null : "gateway-off-link";
}

/** Addresses of no single neighbour, on any link. */
const isNobody = (address: IpAddress): boolean =>
  isUnspecified(address) ||
  isLoopback(address) ||
  isMulticast(address) ||
  isReserved(address) ||
  isLimitedBroadcast(address);

/** fe80::/10 is on every IPv6 link (RFC 4291 §2.5.6). */
const isOnLink = (out: NetworkInterface, gateway: IpAddress): boolean =>
  (gateway.version === 6 && isLinkLocal(gateway)) ||
  connectedPrefixes(out).some((prefix) => containsAddress(prefix, gateway));
