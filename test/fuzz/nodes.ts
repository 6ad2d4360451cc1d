import { createNode, type NodeInterface } from "#net/stack/host/node.ts";
import { stepNode } from "#net/stack/host/step.ts";
import { parseAddressWithLength } from "#net/wire/prefix.ts";
import type { FuzzedParser, Layer } from "./parser.ts";

const link = (name: string, mac: number, ...addresses: string[]): NodeInterface => ({
  name,
  mac,
  mtu: 1280,
  up: true,
  // No MAC to look for: packets go straight in and out.
  pointToPoint: name === "ppp0",
  addresses: addresses.flatMap((text) => parseAddressWithLength(text) ?? []),
});

/** Whole nodes, new for each input: from the frame up to the answers, timers and caches. */
const node = (forwarding: boolean) =>
  createNode({
    interfaces: [
      link("ppp0", 1, "10.1.10.1/1", "2001:db8::1/16"),
      link("eth0", 2, "192.168.0.1/2", "fd00::1/8"),
    ],
    routes: [],
    forwarding,
    neighbours: [],
    filters: [],
    behaviour: {},
    seed: 1,
  });

const fed = (role: "host" | "router", layer: Layer, at: "ppp0" | "eth0"): FuzzedParser => {
  const fresh = node(role === "router");
  return {
    name: `stepNode (${role}, ${layer})`,
    layer,
    parse: (bytes) => stepNode(fresh, { kind: "frame", interface: at, bytes }, 0).actions,
  };
};

export const nodeParsers: readonly FuzzedParser[] = [
  fed("host", "ethernet", "eth0"),
  fed("host", "ipv4", "ppp0"),
  fed("host", "ipv6", "ppp0"),
  fed("router", "ipv4", "ppp0"),
  fed("router", "ipv6", "ppp0"),
];
