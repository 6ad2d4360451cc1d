/** A vertex of the graph of an area (RFC 2328 §2.1): a router, or a network that routers share or that ends at one. */
export type Vertex = {
  readonly name: string;
  readonly kind: "router" | "network";
  /** From here to a neighbour; a router's cost is that of its interface, a network's is 0. */
  readonly edges: readonly { readonly to: string; readonly cost: number }[];
};

/** A vertex with what it takes to get there from the root. */
export type PathVertex = {
  readonly name: string;
  readonly cost: number;
  /** Where shortest paths come from: more than one where paths cost the same. Empty for the root. */
  readonly parents: readonly string[];
  /** The first routers on the way; null: none, the root is on the link itself (RFC 2328 §16.1.1). */
  readonly nextHops: readonly (string | null)[];
};

/** One round of the algorithm: the vertex that joins the tree, and the candidates that are left after its edges. */
export type ShortestPathStep = {
  readonly added: PathVertex;
  readonly candidates: readonly PathVertex[];
};

/**
 * Dijkstra's algorithm as RFC 2328 §16.1 has it: from the root, the nearest candidate joins the tree, networks before
 * routers at the same distance, then in the order of the graph; its edges bring new candidates or shorter ways to old
 * ones. An edge counts when the neighbour has one back, stub networks apart, which have none. The steps are in order;
 * their `added` are the tree. Empty when the graph has no such root.
 */
export function shortestPaths(graph: readonly Vertex[], root: string): ShortestPathStep[] {
  const vertices = new Map(graph.map((vertex) => [vertex.name, vertex]));
  const steps: ShortestPathStep[] = [];
  const tree = new Set<string>();
  let candidates: readonly PathVertex[] = vertices.has(root)
    ? [{ name: root, cost: 0, parents: [], nextHops: [null] }]
    : [];
  for (;;) {
    const added = nearest(candidates, vertices, graph);
    const vertex = added === null ? undefined : vertices.get(added.name);
    if (added === null || vertex === undefined) return steps;
    tree.add(added.name);
    candidates = candidates.filter((candidate) => candidate !== added);
    for (const { to, cost } of vertex.edges) {
      const neighbour = vertices.get(to);
      if (neighbour === undefined || tree.has(to) || !leadsBack(neighbour, vertex)) continue;
      const path = {
        name: to,
        cost: added.cost + cost,
        parents: [added.name],
        nextHops: nextHopsTo(neighbour, added),
      };
      candidates = relax(candidates, path);
    }
    steps.push({ added, candidates });
  }
}

function nearest(
  candidates: readonly PathVertex[],
  vertices: ReadonlyMap<string, Vertex>,
  graph: readonly Vertex[],
): PathVertex | null {
  const rank = ({ name }: PathVertex): number =>
    (vertices.get(name)?.kind === "network" ? 0 : graph.length) +
    graph.findIndex((vertex) => vertex.name === name);
  const order = candidates.toSorted((a, b) => a.cost - b.cost || rank(a) - rank(b));
  return order[0] ?? null;
}

/** §16.1 (2) (b): both ends must know the link; a stub network is an end that knows none. */
const leadsBack = (neighbour: Vertex, from: Vertex): boolean =>
  neighbour.edges.some(({ to }) => to === from.name) ||
  (neighbour.kind === "network" && neighbour.edges.length === 0);

/** §16.1.1: a router that shares a link with the root is a next hop; what lies behind it inherits. */
const nextHopsTo = ({ kind, name }: Vertex, parent: PathVertex): readonly (string | null)[] => [
  ...new Set(parent.nextHops.map((hop) => hop ?? (kind === "router" ? name : null))),
];

/** §16.1 (2) (d): a shorter way replaces, an equal one is one more, a longer one is none. */
function relax(candidates: readonly PathVertex[], path: PathVertex): readonly PathVertex[] {
  const known = candidates.find(({ name }) => name === path.name);
  if (known === undefined) return [...candidates, path];
  if (path.cost > known.cost) return candidates;
  const better =
    path.cost < known.cost
      ? path
      : {
          ...known,
          parents: [...new Set([...known.parents, ...path.parents])],
          nextHops: [...new Set([...known.nextHops, ...path.nextHops])],
        };
  return candidates.map((candidate) => (candidate === known ? better : candidate));
}
