import type { Flight } from "#course/network/replay/steps.ts";
import { between, edgeOf, type Geometry } from "./geometry.ts";

type Props = {
  readonly flights: readonly Flight[];
  /** How far they are on their way, 0 to 1. */
  readonly progress: number;
  readonly geometry: Geometry;
  /** What stands on a frame: its protocol. */
  readonly label: (flight: Flight) => string;
  /** The other end of a link, for a frame that did not arrive. */
  readonly otherEnd: (flight: Flight) => string;
};

const size = { width: 58, height: 20 } as const;

/** Frames on the wire: each a small box that moves from one end of its link to the other. */
export function Frames({ flights, progress, geometry, label, otherEnd }: Props) {
  return (
    <g class="network-frames">
      {flights.map((flight) => {
        const [from, to] = [geometry.at(flight.from.node), geometry.at(flight.to?.node ?? otherEnd(flight))];
        const start = edgeOf(from, to);
        // A lost frame stops half way; one that arrives comes to rest before the box.
        const reach = flight.to === null ? 0.5 : 0.86;
        const { x, y } = between(start, edgeOf(to, from), progress * reach);
        return (
          <g
            key={flight.n}
            class={`network-frame${flight.to === null ? " lost" : ""}`}
            transform={`translate(${x} ${y})`}
          >
            <rect x={-size.width / 2} y={-size.height / 2} width={size.width} height={size.height} rx={2} />
            <text y={4} text-anchor="middle">
              {flight.to === null ? "×" : label(flight)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
