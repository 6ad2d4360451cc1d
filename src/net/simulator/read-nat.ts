import type { NodeInterface, NodeNat } from "../stack/host/node.ts";
import { natLifetimes } from "../stack/nat.ts";
import { parseIpv4Address } from "../wire/address.ts";
import { ipProtocol } from "../wire/ip-protocol.ts";
import { parsePrefix } from "../wire/prefix.ts";
import type { NatDescription } from "./topology.ts";

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65_535;

/** Reads how a router translates addresses; `complain` hears where something is wrong, null comes then. */
export function readNat(
  { outside, inside, ports, forwards = [], hairpin }: NatDescription,
  interfaces: readonly NodeInterface[],
  complain: (where: string) => void,
): Omit<NodeNat, "state"> | null {
  const at = interfaces.find(({ name }) => name === outside);
  const own = at?.addresses.find(({ address }) => address.version === 4)?.address;
  const prefix = parsePrefix(inside);
  const turned = hairpin === undefined ? undefined : parseIpv4Address(hairpin);
  const services = forwards.map(({ protocol, port, to, toPort }) => ({
    protocol: ipProtocol[protocol],
    port,
    to: parseIpv4Address(to) ?? 0,
    toPort,
  }));
  if (own === undefined) complain("nat.outside");
  if (prefix?.version !== 4) complain("nat.inside");
  if (turned === null) complain("nat.hairpin");
  if (ports !== undefined && !(isPort(ports[0]) && isPort(ports[1]) && ports[0] <= ports[1])) {
    complain("nat.ports");
  }
  for (const [i, { port, to, toPort }] of services.entries()) {
    if (!isPort(port) || !isPort(toPort) || to === 0) complain(`nat.forwards[${i}]`);
  }
  if (own === undefined || prefix === null || turned === null) return null;
  return {
    outside,
    rules: {
      outside: Number(own.value),
      inside: prefix,
      ports: ports ?? null,
      forwards: services,
      ...natLifetimes,
      ...(turned === undefined ? {} : { hairpin: turned }),
    },
  };
}
