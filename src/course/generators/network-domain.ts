import { toAddress, toInterface, toPrefix, toRoute } from "../network/host.ts";
import { isReserved, isUnspecified } from "../../net/stack/address-role.ts";
import {
  connectedPrefixes,
  isDirectedBroadcast,
  isNetworkAddress,
  type NetworkInterface,
} from "../../net/stack/network-interface.ts";
import { routeFault } from "../../net/stack/route-validity.ts";
import { containsAddress, equalPrefixes, isSubnetOf, overlaps, type Prefix } from "../../net/wire/prefix.ts";

type Placed = {
  readonly node: string;
  readonly iface: Iface;
  readonly at: NetworkInterface;
  /** Its network, worked out once. */
  readonly link: Prefix | undefined;
};

/**
 * Whether the statement leaves this case open: addresses that two machines have, networks that overlap without being one
 * link, rows that a machine would refuse, destinations that are no machine's and no broadcast, ends of a point-to-point
 * link that are more than two.
 */
export function isOpenQuestion([net, , dst]: [net: Network, from: string, dst: Ip]): boolean {
  const placed = Object.entries(net).flatMap(([node, { ifaces }]) =>
    ifaces.map((iface): Placed => {
      const at = toInterface(iface);
      return { node, iface, at, link: connectedPrefixes(at)[0] };
    }),
  );
  const address = toAddress(dst);
  const owned = placed.some(({ iface }) => iface.ip === dst);
  const isEdge = ({ at }: Placed): boolean =>
    isNetworkAddress(at, address) || (at.pointToPoint === true && isDirectedBroadcast(at, address));
  const inPointToPoint = placed.some(
    ({ iface, link }) => iface.pointToPoint === true && link !== undefined && containsAddress(link, address),
  );
  return (
    isReserved(address) ||
    isUnspecified(address) ||
    (!owned && (inPointToPoint || placed.some(isEdge))) ||
    placed.some(({ iface }) => !iface.up || iface.ip === null || iface.ip.startsWith("127.")) ||
    placed.some((one, i) => placed.slice(i + 1).some((other) => clash(one, other))) ||
    Object.entries(net).some(([node, { routes }]) => routes.some((route) => isOddRow(placed, node, route)))
  );
}

/** Two interfaces are on one link (same network, same kind, two machines), or have nothing in common. */
function clash(a: Placed, b: Placed): boolean {
  if (a.iface.ip === b.iface.ip) return true;
  if (a.link === undefined || b.link === undefined || !overlaps(a.link, b.link)) return false;
  return a.node === b.node || !equalPrefixes(a.link, b.link) || a.iface.pointToPoint !== b.iface.pointToPoint;
}

function isOddRow(placed: readonly Placed[], node: string, route: Route): boolean {
  const own = placed.filter((one) => one.node === node);
  const fault = routeFault(
    own.map(({ at }) => at),
    toRoute(route),
  );
  if (fault !== null && fault !== "gateway-is-self") return true;
  const { gateway } = route;
  const out = own.find(({ iface }) => iface.name === route.iface);
  const link = out?.link;
  if (out === undefined || link === undefined) return true;
  const dest = toPrefix(route.dest);
  const direct = gateway === null || gateway === "0.0.0.0" || fault === "gateway-is-self";
  // A row for a connected network is its own link's. What has no gateway lies within its link, unless that has two ends.
  const connected = own.filter((one) => one.link !== undefined && equalPrefixes(one.link, dest));
  if (connected.some(({ iface }) => !direct || iface.name !== route.iface)) return true;
  if (out.iface.pointToPoint !== true) return direct && !isSubnetOf(dest, link);
  const peers = placed.filter(
    (one) => one.node !== node && one.link !== undefined && equalPrefixes(one.link, link),
  );
  return peers.length > 1 || (!direct && !peers.some(({ iface }) => iface.ip === gateway));
}
