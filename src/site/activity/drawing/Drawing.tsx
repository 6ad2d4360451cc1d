import { linkName, type Figure } from "#course/activities/figure.ts";
import { Inline } from "../../exercise/ui/Inline.tsx";
import { words } from "../words.ts";
import { Node } from "./Node.tsx";

type Props = {
  readonly figure: Figure;
  /** Nodes and links that the present step is about. */
  readonly lit?: readonly string[];
  /** A node where a packet dies. */
  readonly cross?: string | null;
};

/** A network drawn from data, 360 units wide, with its table folded below. */
export function Drawing({ figure, lit = [], cross = null }: Props) {
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
      <details class="pa-drawing-table">
        <summary>{words.drawingTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.machine}</th>
              <th scope="col">{words.notes}</th>
              <th scope="col">{words.linked}</th>
            </tr>
          </thead>
          <tbody>
            {nodes.map((node) => (
              <tr key={node.id}>
                <th scope="row">{node.label}</th>
                <td>{(node.notes ?? []).join(", ")}</td>
                <td>{neighbours(figure, node.id)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
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

/** « R2 (192.168.50.0/24), B » */
const neighbours = ({ nodes, links }: Figure, id: string): string =>
  links
    .flatMap(({ ends, label }) => {
      const other = ends[0] === id ? ends[1] : ends[1] === id ? ends[0] : null;
      if (other === null) return [];
      const name = nodes.find((node) => node.id === other)?.label ?? other;
      return [label === undefined ? name : `${name} (${label})`];
    })
    .join(", ");
