import type { Figure } from "#course/activities/figure.ts";

type Props = { readonly node: Figure["nodes"][number]; readonly lit: boolean };

/** A machine: its shape tells the kind, its name stands inside, its addresses beside it. */
export function Node({ node, lit }: Props) {
  const { kind, label, x, y, notes = [], side = "below" } = node;
  const half = Math.max(16, label.length * 3.6 + 7);
  return (
    <g class={`pa-node pa-${kind}`} data-lit={lit ? "" : undefined} data-node={node.id}>
      {kind === "router" ? (
        <ellipse cx={x} cy={y} rx={half} ry={16} />
      ) : kind === "net" ? (
        <rect x={x - half} y={y - 14} width={half * 2} height={28} rx={14} />
      ) : (
        <rect x={x - half} y={y - 14} width={half * 2} height={28} rx={kind === "host" ? 4 : 0} />
      )}
      {(kind === "switch" || kind === "hub") && (
        <path d={`M${x - half} ${y - 10} h${half * 2}`} class="pa-node-mark" />
      )}
      <text class="pa-node-label" x={x} y={y + 5}>
        {label}
      </text>
      {notes.map((note, at) => (
        <text key={note} class={`pa-note pa-note-${side}`} {...notePlace(x, y, half, side, at, notes.length)}>
          {note}
        </text>
      ))}
    </g>
  );
}

function notePlace(
  x: number,
  y: number,
  half: number,
  side: NonNullable<Figure["nodes"][number]["side"]>,
  at: number,
  many: number,
): { x: number; y: number } {
  const line = 14;
  switch (side) {
    case "below":
      return { x, y: y + 31 + at * line };
    case "above":
      return { x, y: y - 22 - (many - 1 - at) * line };
    case "right":
      return { x: x + half + 5, y: y + 5 + (at - (many - 1) / 2) * line };
    case "left":
      return { x: x - half - 5, y: y + 5 + (at - (many - 1) / 2) * line };
  }
}
