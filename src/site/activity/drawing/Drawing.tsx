import { linkName, type Figure } from "#course/activities/figure.ts";
import { Inline } from "../../exercise/ui/Inline.tsx";
import { DrawingTable } from "./DrawingTable.tsx";
import { Node } from "./Node.tsx";

type Props = {
  readonly figure: Figure;
  /** Nodes and links that the present step is about. */
  readonly lit?: readonly string[];
  /** What was answered at a node: a label above it, addresses below. */
  readonly given?: readonly Given[];
  /** A node where a packet dies. */
  readonly cross?: string | null;
};

export type Given = {
  readonly node: string;
  readonly text: string;
  readonly kind: "label" | "address";
  /** Null while it was not checked. */
  readonly right: boolean | null;
};

/** A network drawn from data, 360 units wide, with its table folded below. */
export function Drawing({ figure, lit = [], given = [], cross = null }: Props) {
  const { nodes, links, height, alt, caption } = figure;
  const at = (id: string): Point => nodes.find((node) => node.id === id) ?? { x: 0, y: 0 };
  const dead = nodes.find(({ id }) => id === cross);
  return (
    <figure class="pa-figure">
      <svg class="pa-drawing" role="img" aria-label={alt} viewBox={`0 0 360 ${height}`}>
        {links.map((link) => {
          const [a, b] = [at(link.ends[0]), at(link.ends[1])];
          const name = linkName(link);
          const isLit = lit.includes(name) || lit.includes(link.ends.toReversed().join("-"));
          return (
            <g key={name} data-lit={isLit ? "" : undefined}>
              <line
                class="pa-link"
                x1={a.x}
                y1={a.y}
                x2={b.x}
                y2={b.y}
                stroke-dasharray={link.dashed ? "4 4" : undefined}
              />
              {link.label !== undefined && <text {...labelPlace(a, b)}>{link.label}</text>}
            </g>
          );
        })}
        {nodes.map((node) => (
          <Node key={node.id} node={node} lit={lit.includes(node.id)} />
        ))}
        {given.map((one, index) => {
          const node = at(one.node);
          const line = given
            .slice(0, index)
            .filter((other) => other.node === one.node && other.kind === one.kind);
          return (
            <text
              key={`${one.node} ${one.kind} ${line.length}`}
              class={`pa-given-text ${one.right === null ? "" : one.right ? "right" : "wrong"}`}
              x={node.x}
              y={one.kind === "label" ? node.y - 22 : node.y + 32 + line.length * 15}
              data-given={one.node}
            >
              {one.right === null ? "" : one.right ? "✓ " : "✗ "}
              {one.text}
            </text>
          );
        })}
        {dead !== undefined && (
          <path
            class="pa-cross"
            data-cross={dead.id}
            d={`M${dead.x - 20} ${dead.y - 20} l40 40 m0 -40 l-40 40`}
          />
        )}
      </svg>
      {caption !== undefined && (
        <figcaption>
          <Inline text={caption} />
        </figcaption>
      )}
      <DrawingTable figure={figure} />
    </figure>
  );
}

type Point = { readonly x: number; readonly y: number };

/** Above the middle of a link, or to the right of one that goes more down than across. */
function labelPlace(a: Point, b: Point): { class: string; x: number; y: number } {
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  return Math.abs(a.x - b.x) < Math.abs(a.y - b.y)
    ? { class: "pa-link-label pa-note-right", x: x + 7, y: y + 4 }
    : { class: "pa-link-label", x, y: y - 5 };
}
