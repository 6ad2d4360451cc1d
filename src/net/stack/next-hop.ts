import type { IpAddress } from "../wire/prefix.ts";
import { ownsAddress, type NetworkInterface } from "./network-interface.ts";
import type { Route } from "./routing-table.ts";

export type NextHop = {
  /** Name of the interface that the packet leaves by. */
  readonly interface: string;
  /** Whose link-layer address is needed: ARP or NDP asks for it. Null where the link has none. */
  readonly resolve: IpAddress | null;
};

/**
 * To whom a packet is handed on the link (RFC 1122 §3.3.1.1, RFC 1812 §5.2.4.3): the gateway of its route, or the
 * destination itself when it is on the link. A gateway that is one's own address, as old tables print it, means on
 * the link. The packet's destination address stays as it is.
 */
export function nextHop(
  interfaces: readonly NetworkInterface[],
  route: Route & { readonly kind: "unicast" },
  destination: IpAddress,
): NextHop {
  const { gateway } = route;
  const out = interfaces.find(({ name }) => name === route.interface);
  if (out?.pointToPoint === true) return { interface: route.interface, resolve: null };
  const onLink = gateway === null || interfaces.some((at) => ownsAddress(at, gateway));
  return { interface: route.interface, resolve: onLink ? destination : gateway };
}
