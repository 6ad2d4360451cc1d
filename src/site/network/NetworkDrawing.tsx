import type { ComponentChildren } from "preact";
import type { NetworkFigure } from "#course/network/figure.ts";
import { between, box, edgeOf, geometryOf, type Geometry, type Turn } from "./geometry.ts";
import { bridgePrefix, endLabel, prefixAt } from "./labels.ts";
import { words } from "./words.ts";

type Props = {
  readonly figure: NetworkFigure;
  readonly turn: Turn;
  /** Links and nodes that something happens at now. */
  readonly lit?: ReadonlySet<string>;
  /** Nodes that refuse something now. */
  readonly refusing?: ReadonlySet<string>;
  /** What moves over the drawing. */
  readonly children?: (geometry: Geometry) => ComponentChildren;
};

/** The network as a drawing: boxes, lines, and on them the networks and the ends of the addresses. */
export function NetworkDrawing({ figure, turn, lit, refusing, children }: Props) {
  const geometry = geometryOf(figure, turn);
  return (
    <svg
      class={`network-drawing network-${turn}`}
      role="img"
      aria-label={figure.description}
      viewBox={`0 0 ${geometry.width} ${geometry.height}`}
      width={geometry.width}
      height={geometry.height}
    >
      {figure.links.map((link) => (
        <Link
          key={link.name}
          figure={figure}
          turn={turn}
          link={link}
          geometry={geometry}
          lit={lit?.has(link.name) ?? false}
        />
      ))}
      {figure.nodes.map((node) => (
        <Node
          key={node.name}
          node={node}
          geometry={geometry}
          prefix={node.kind === "switch" || node.kind === "hub" ? bridgePrefix(figure, node.name) : null}
          state={
            refusing?.has(node.name) === true ? "refusing" : lit?.has(node.name) === true ? "lit" : "still"
          }
        />
      ))}
      {children?.(geometry)}
    </svg>
  );
}

/** Room that the longest IPv4 prefix takes. */
const prefixWidth = 130;

type LinkProps = {
  readonly figure: NetworkFigure;
  readonly turn: Turn;
  readonly link: NetworkFigure["links"][number];
  readonly geometry: Geometry;
  readonly lit: boolean;
};

function Link({ figure, turn, link, geometry, lit }: LinkProps) {
  const [a, b] = link.ends;
  const [from, to] = [geometry.at(a.node), geometry.at(b.node)];
  const [start, end] = [edgeOf(from, to), edgeOf(to, from)];
  const flat = Math.abs(to.y - from.y) < 1;
  const stations = link.ends.every(({ node }) =>
    figure.nodes.some((one) => one.name === node && "interfaces" in one),
  );
  // Turned, boxes that stand side by side leave room for little.
  const narrow = flat && turn === "tall";
  const prefix = stations && !narrow ? prefixAt(figure, a) : null;
  const middle = between(start, end, 0.5);
  const outermost = middle.x + prefixWidth > geometry.width;
  const ends = [
    { label: endLabel(figure, a, narrow), at: start, other: end },
    { label: endLabel(figure, b, narrow), at: end, other: start },
  ];
  return (
    <g class={`network-link${lit ? " lit" : ""}${link.pointToPoint === true ? " point-to-point" : ""}`}>
      <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} />
      {ends.map(({ label, at, other }, i) =>
        label === null ? null : (
          <text
            key={i}
            class="network-end"
            x={at.x + (flat ? (other.x > at.x ? 4 : -4) : 6)}
            y={at.y + (flat ? -6 : other.y > at.y ? 14 : -6)}
            text-anchor={flat && other.x < at.x ? "end" : "start"}
          >
            {label}
          </text>
        ),
      )}
      {prefix !== null && (
        <text
          class="network-prefix"
          x={flat ? middle.x : middle.x + (outermost ? -6 : 6)}
          // Lower at the right border, so that it can pass under the prefix of a link beside it.
          y={middle.y + (flat ? 17 : outermost ? 18 : 4)}
          text-anchor={flat ? "middle" : outermost ? "end" : "start"}
        >
          {prefix}
        </text>
      )}
    </g>
  );
}

type NodeProps = {
  readonly node: NetworkFigure["nodes"][number];
  readonly geometry: Geometry;
  readonly prefix: string | null;
  readonly state: "still" | "lit" | "refusing";
};

function Node({ node, geometry, prefix, state }: NodeProps) {
  const { x, y } = geometry.at(node.name);
  return (
    <g class={`network-node network-${node.kind} ${state}`}>
      <rect
        x={x - box.width / 2}
        y={y - box.height / 2}
        width={box.width}
        height={box.height}
        rx={node.kind === "router" ? box.height / 2 : 3}
      />
      <text class="network-name" x={x} y={y - 2} text-anchor="middle">
        {node.name}
      </text>
      <text class="network-kind" x={x} y={y + 14} text-anchor="middle">
        {words.kinds[node.kind]}
      </text>
      {prefix !== null && (
        <text class="network-prefix" x={x + 6} y={y + box.height / 2 + 16}>
          {prefix}
        </text>
      )}
      {state === "refusing" && <path class="network-cross" d={`M${x + 34} ${y - 30}l14 14m0 -14l-14 14`} />}
    </g>
  );
}
