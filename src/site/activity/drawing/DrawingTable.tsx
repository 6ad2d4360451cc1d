import type { Figure } from "#course/activities/figure.ts";
import { words } from "../words.ts";

/** The drawing as a table, folded: each machine, what is written at it, and what it is linked to. */
export function DrawingTable({ figure }: { readonly figure: Figure }) {
  return (
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
          {figure.nodes.map((node) => (
            <tr key={node.id}>
              <th scope="row">{node.label}</th>
              <td>{(node.notes ?? []).join(", ")}</td>
              <td>{neighbours(figure, node.id)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
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
