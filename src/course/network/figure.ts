import { z } from "zod";
import type { Topology } from "../../net/simulator/topology.ts";

/** Place of a node in the drawing: column and row, from 0; halves are allowed. */
const place = z.tuple([z.number().min(0).max(12), z.number().min(0).max(8)]);

const name = z.string().regex(/^[\w.-]{1,16}$/);

const networkInterface = z.strictObject({
  name,
  mac: z
    .string()
    .regex(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/)
    .exactOptional(),
  addresses: z.array(z.string()),
  mtu: z.int().positive().exactOptional(),
});

const route = z.union([
  z.strictObject({
    destination: z.string(),
    gateway: z.string().nullable(),
    interface: name,
    metric: z.int().nonnegative().exactOptional(),
  }),
  z.strictObject({
    destination: z.string(),
    refuse: z.enum(["blackhole", "unreachable", "prohibit"]),
    metric: z.int().nonnegative().exactOptional(),
  }),
]);

const filter = z.strictObject({
  protocol: z.enum(["icmp", "udp", "tcp"]),
  port: z.int().min(0).max(0xffff).exactOptional(),
  action: z.enum(["drop", "reject"]),
});

const station = z.strictObject({
  kind: z.enum(["host", "router"]),
  name,
  at: place,
  interfaces: z.array(networkInterface),
  routes: z.array(route).exactOptional(),
  neighbours: z
    .array(z.strictObject({ interface: name, address: z.string(), mac: z.string() }))
    .exactOptional(),
  filters: z.array(filter).exactOptional(),
});

const bridge = z.strictObject({
  kind: z.enum(["switch", "hub"]),
  name,
  at: place,
  ports: z.array(name).min(2),
});

const end = z.strictObject({ node: name, interface: name });

const link = z.strictObject({
  name,
  ends: z.tuple([end, end]),
  delay: z.number().nonnegative().exactOptional(),
  mtu: z.int().positive().exactOptional(),
  loss: z.number().min(0).max(1).exactOptional(),
  pointToPoint: z.boolean().exactOptional(),
});

/** A network as it is drawn and played: a file `content/fr/networks/<name>.yaml`. */
export const figureSchema = z.strictObject({
  /** What the drawing shows, one sentence: for those who do not see it. */
  description: z.string().min(1),
  /** The document's drawing is lost, and this is ours. */
  reconstruction: z.boolean().default(false),
  nodes: z.array(z.discriminatedUnion("kind", [station, bridge])).min(2),
  links: z.array(link).min(1),
  /** What is typed on which host when it is played. `at`: ms since the simulation began. */
  scenario: z.array(
    z.strictObject({ at: z.number().nonnegative().default(0), node: name, command: z.string() }),
  ),
});

export type NetworkFigure = z.infer<typeof figureSchema>;

/** The network without its drawing: a figure is a topology with places. */
export const topologyOf = ({ nodes, links }: Pick<NetworkFigure, "nodes" | "links">): Topology => ({
  nodes,
  links,
});
