import type { Delivery, RoutingState } from "../../net/stack/delivery.ts";
import { nextHopOf, routeTo } from "../../net/stack/delivery.ts";
import type { NodeBehaviour } from "../../net/stack/host/node.ts";
import { nextHop } from "../../net/stack/next-hop.ts";
import { lookupRoute, type Route as NetRoute } from "../../net/stack/routing-table.ts";
import { formatIpv4Address } from "../../net/wire/address.ts";
import { icmpv4Type, unreachableCode } from "../../net/wire/icmpv4.ts";
import { formatMac } from "../../net/wire/mac.ts";
import { formatIpAddress, type IpAddress } from "../../net/wire/prefix.ts";
import { fromNode, fromRoute, toRoute } from "./host.ts";
import {
  bytes,
  checksumAnswer,
  deliveryAnswer,
  nextHopAnswer,
  routeRow,
  ttlAnswer,
  usable,
} from "./learner-answers.ts";
import { learnerArp } from "./learner-arp.ts";
import type { LearnerFunctions } from "./learner-functions.ts";
import { learnerRouter } from "./learner-router.ts";

/**
 * A node in which the given functions of a learner take their decisions, and the reference all others. They know
 * IPv4; whatever concerns IPv6 stays with the reference.
 */
export function learnerBehaviour(functions: LearnerFunctions): NodeBehaviour {
  const { ipChecksum, decrementTtl, arpReply, arpStep, icmpEchoReply, icmpErrorFor, route } = functions;
  return {
    ...routing(functions),
    ...(ipChecksum && {
      ipv4Checksum: (header) => usable(checksumAnswer, "ipChecksum", ipChecksum(header)),
    }),
    ...(decrementTtl && {
      decrementTtl: (packet) => {
        const answer = usable(ttlAnswer, "decrementTtl", decrementTtl(packet.slice()));
        return answer.action === "forward" ? answer.packet : null;
      },
    }),
    ...(arpReply && {
      arpReply: (frame, { mac, address }) =>
        usable(
          bytes.nullable(),
          "arpReply",
          arpReply(frame.slice(), { ip: formatIpv4Address(address), mac: formatMac(mac) }),
        ),
    }),
    ...(arpStep && { arp: (self) => learnerArp(arpStep, self) }),
    ...(icmpEchoReply && {
      echoReply: (message) => usable(bytes.nullable(), "icmpEchoReply", icmpEchoReply(message.slice())),
    }),
    ...(icmpErrorFor && {
      icmpv4Error: (packet, cause, linkBroadcast) => {
        const named = causeOf(cause);
        return named === null
          ? undefined
          : usable(bytes.nullable(), "icmpErrorFor", icmpErrorFor(packet.slice(), named, { linkBroadcast }));
      },
    }),
    ...(route && { forwardIpv4: learnerRouter(route) }),
  };
}

/** The causes that the course has a name for. */
function causeOf({ type, code, rest = 0 }: { type: number; code: number; rest?: number }): IcmpCause | null {
  if (type === icmpv4Type.timeExceeded && code === 0) return { kind: "ttl-exceeded" };
  if (type !== icmpv4Type.destinationUnreachable) return null;
  switch (code) {
    case unreachableCode.network:
      return { kind: "net-unreachable" };
    case unreachableCode.host:
      return { kind: "host-unreachable" };
    case unreachableCode.port:
      return { kind: "port-unreachable" };
    case unreachableCode.fragmentationNeeded:
      return { kind: "fragmentation-needed", mtu: rest };
    default:
      return null;
  }
}

function routing({ lookup, nextHop: hop, deliver }: LearnerFunctions): NodeBehaviour {
  return {
    ...(lookup && {
      lookupRoute: (table, destination) =>
        destination.version === 4 ? rowFrom(lookup, table, destination) : lookupRoute(table, destination),
    }),
    ...(hop && {
      nextHop: (node, route, destination) => {
        if (destination.version === 6) return nextHop(node.interfaces, route, destination);
        const given = hop(fromNode(node), fromRoute(route), formatIpAddress(destination));
        const { iface, resolve } = usable(nextHopAnswer, "nextHop", given);
        return { interface: iface, resolve };
      },
    }),
    ...(deliver && {
      deliver: (node, destination) => {
        const given = deliver(fromNode(node), formatIpAddress(destination));
        const { kind, dev } = usable(deliveryAnswer, "deliver", given);
        return deliveryFrom(kind, dev, node, destination);
      },
    }),
  };
}

/** The row of the table that the learner chose: it comes back as a copy. Rows that refuse are not shown to him. */
function rowFrom(
  lookup: NonNullable<LearnerFunctions["lookup"]>,
  table: readonly NetRoute[],
  destination: IpAddress,
): NetRoute | null {
  const shown = table.filter(({ kind, destination: { version } }) => kind === "unicast" && version === 4);
  const rows = shown.flatMap((row) => (row.kind === "unicast" ? [fromRoute(row)] : []));
  const row = usable(routeRow, "lookup", lookup(rows, formatIpAddress(destination)));
  if (row === null) return null;
  const place = rows.findIndex(
    ({ dest, gateway, iface, metric }) =>
      dest === row.dest && gateway === row.gateway && iface === row.iface && metric === row.metric,
  );
  return shown[place] ?? toRoute(row);
}

/** Whom to ask for his MAC, `deliver` does not say: the row does, as the node itself finds and reads it. */
function deliveryFrom(
  kind: "local" | "broadcast" | "multicast" | "direct" | "via" | "unreachable",
  dev: string | null,
  node: RoutingState,
  destination: IpAddress,
): Delivery {
  switch (kind) {
    case "local":
      return { kind };
    case "broadcast":
    case "multicast":
      return { kind, interface: dev };
    case "unreachable":
      return { kind, reason: "no-route" };
    case "direct":
    case "via": {
      const row = routeTo(node, destination);
      if (dev === null || row?.kind !== "unicast") return { kind: "unreachable", reason: "no-route" };
      const route = { ...row, gateway: kind === "direct" ? null : row.gateway, interface: dev };
      return { kind, route, ...nextHopOf(node, route, destination) };
    }
  }
}
