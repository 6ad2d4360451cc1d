import type { NeighbourView as OwnView, NodeAction } from "../stack/host/turn.ts";
import { formatIpv4Address } from "../wire/address.ts";
import { formatMac } from "../wire/mac.ts";
import type { JournalEvent, NeighbourView } from "./journal.ts";

/** What the journal says of an action of a node that is not the sending of a frame. */
export function journalEventOf(
  node: string,
  action: Exclude<NodeAction, { kind: "transmit" | "wake" }>,
): JournalEvent {
  switch (action.kind) {
    case "drop": {
      const { interface: at, reason, bytes } = action;
      return { kind: "dropped", node, interface: at, reason, bytes };
    }
    case "deliver":
      return { kind: "delivered", node, program: action.program, packet: action.packet };
    case "neighbour": {
      const { interface: at, address } = action;
      const [before, after] = [viewOf(action.before), viewOf(action.after)];
      return { kind: "neighbour", node, interface: at, address, before, after };
    }
    case "path-mtu":
      return { kind: "path-mtu", node, destination: action.destination, mtu: action.mtu };
    case "route":
      return { kind: "route", node, destination: action.destination, gateway: action.gateway };
    case "nat": {
      const { protocol, inside, insidePort, outsidePort, remote, remotePort } = action.entry;
      const end = (address: number, port: number): string => `${formatIpv4Address(address)}:${port}`;
      return {
        kind: "nat",
        node,
        protocol,
        inside: end(inside, insidePort),
        outsidePort,
        remote: end(remote, remotePort),
      };
    }
    case "print":
      return { kind: "printed", node, program: action.program, output: action.output };
    case "end":
      return { kind: "ended", node, program: action.program };
  }
}

const viewOf = (view: OwnView | null): NeighbourView | null =>
  view === null ? null : { mac: view.mac === null ? null : formatMac(view.mac), state: view.state };
