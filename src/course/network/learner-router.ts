import type { ForwardAction, NodeBehaviour, NodeState } from "../../net/stack/host/node.ts";
import { tableOf } from "../../net/stack/delivery.ts";
import { formatMac } from "../../net/wire/mac.ts";
import { fromNode } from "./host.ts";
import { routerAction, usable } from "./learner-answers.ts";
import type { LearnerFunctions } from "./learner-functions.ts";

/** A router whose every decision on an IPv4 packet is the learner's `route` (capstone 09.5). */
export const learnerRouter =
  (route: NonNullable<LearnerFunctions["route"]>): NonNullable<NodeBehaviour["forwardIpv4"]> =>
  (node, arrival, packet) => {
    const action = usable(routerAction, "route", route(routerOf(node), arrival.interface, packet.slice()));
    switch (action.kind) {
      case "transmit":
        return [transmit(action)];
      case "icmp":
        // The packet that it is about goes no further.
        return [transmit(action), { kind: "drop", reason: "icmp" }];
      case "deliver":
        return [{ kind: "deliver", packet: action.packet }];
      case "resolve":
        return [{ kind: "resolve", interface: action.iface, target: action.ip }];
      case "drop":
        return [{ kind: "drop", reason: action.reason }];
    }
  };

const transmit = (action: { iface: string; dstMac: number; packet: Uint8Array }): ForwardAction => ({
  kind: "transmit",
  interface: action.iface,
  mac: action.dstMac,
  packet: action.packet,
});

/** What the learner's function is told of its node. Connected networks stand among the routes. */
export function routerOf(node: NodeState): Router {
  const { router, resolvers } = node;
  const macs: Record<string, Mac> = {};
  const mtu: Record<string, number> = {};
  const neighbours: Record<Ip, Mac> = {};
  for (const at of router.interfaces) {
    macs[at.name] = formatMac(at.mac);
    mtu[at.name] = at.mtu;
    for (const [address, { mac }] of resolvers.get(at.name)?.arp.entries ?? []) {
      if (mac !== null) neighbours[address] = formatMac(mac);
    }
  }
  return {
    ...fromNode({ ...router, routes: tableOf(router) }),
    forwarding: router.forwarding,
    macs,
    neighbours,
    mtu,
  };
}
