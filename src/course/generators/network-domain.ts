import { toAddress, toInterface, toPrefix, toRoute } from "../network/host.ts";
import { isReserved, isUnspecified } from "../../net/stack/address-role.ts";
import {
  connectedPrefixes,
  isDirectedBroadcast,
  isNetworkAddress,
  type NetworkInterface,
} from "../../net/stack/network-interface.ts";
import { routeFault } from "../../net/stack/route-validity.ts";
import { equalPrefixes, isSubnetOf, overlaps } from "../../net/wire/prefix.ts";

type Placed = { readonly node: string; readonly iface: Iface; readonly at: NetworkInterface };

/**
 * Whether the statement leaves this case open: addresses that two machines have, networks that overlap without being one
 * link, rows that a machine would refuse, destinations that are no machine's and no broadcast, ends of a point-to-point
 * link that are more than two.
 */
export function isOpenQuestion([net, , dst]: [net: Network, from: string, dst: Ip]): boolean {
  const placed = Object.entries(net).flatMap(([node, { ifaces }]) =>
    ifaces.map((iface): Placed => ({ node, iface, at: toInterface(iface) })),
  );
  const address = toAddress(dst);
  const owned = placed.some(({ iface }) => iface.ip === dst);
  const isEdge = ({ at }: Placed): boolean =>
    isNetworkAddress(at, address) || (at.pointToPoint === true && isDirectedBroadcast(at, address));
  const inPointToPoint = placed.some(
    ({ iface, at }) =>
      iface.pointToPoint === true &&
      connectedPrefixes(at).some((prefix) => isSubnetOf(toPrefix(`${dst}/32`), prefix)),
  );
  return (
    isReserved(address) ||
    isUnspecified(address) ||
    (!owned && (inPointToPoint || placed.some(isEdge))) ||
    placed.some(({ iface }) => !iface.up || iface.ip === null || iface.ip.startsWith("127.")) ||
    placed.some((one, i) => placed.slice(i + 1).some((other) => clash(one, other))) ||
    Object.entries(net).some(([node, host]) =>
      host.routes.some((route) => isOddRow(placed, node, host, route)),
    )
  );
}

/** Two interfaces are on one link (same network, same kind, two machines), or have nothing in common. */
function clash(a: Placed, b: Placed): boolean {
  if (a.iface.ip === b.iface.ip) return true;
  const [mine] = connectedPrefixes(a.at);
  const [theirs] = connectedPrefixes(b.at);
  if (mine === undefined || theirs === undefined || !overlaps(mine, theirs)) return false;
  return a.node === b.node || !equalPrefixes(mine, theirs) || a.iface.pointToPoint !== b.iface.pointToPoint;
}

function isOddRow(placed: readonly Placed[], node: string, { ifaces }: Host, route: Route): boolean {
  const interfaces = ifaces.map(toInterface);
  const fault = routeFault(interfaces, toRoute(route));
  if (fault !== null && fault !== "gateway-is-self") return true;
  const { gateway } = route;
  const out = placed.find((one) => one.node === node && one.iface.name === route.iface);
  const [link] = out === undefined ? [] : connectedPrefixes(out.at);
  if (out === undefined || link === undefined) return true;
  const dest = toPrefix(route.dest);
  const direct = gateway === null || gateway === "0.0.0.0" || fault === "gateway-is-self";
  const peers = placed.filter(
    (other) =>
      other.node !== node && connectedPrefixes(other.at).some((prefix) => equalPrefixes(prefix, link)),
  );
  // A row for a connected network is its own link's. What has no gateway lies within its link, unless that has two ends.
  const connected = interfaces.filter((at) =>
    connectedPrefixes(at).some((prefix) => equalPrefixes(prefix, dest)),
  );
  if (connected.some(({ name }) => !direct || name !== route.iface)) return true;
  if (out.iface.pointToPoint !== true) return direct && !isSubnetOf(dest, link);
  return peers.length > 1 || (!direct && !peers.some(({ iface }) => iface.ip === gateway));
}
