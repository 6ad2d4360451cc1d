import type { CapturedFrame } from "../../../net/capture/pcap.ts";
import { summarise, type PacketSummary } from "../dissection/summary.ts";
import type { Flight, ReplayStep } from "./steps.ts";

/** A row of the packet list: what a capture on the chosen link would show, one row a frame. */
export type PacketRow = PacketSummary & {
  /** From 1, as captures count. */
  readonly number: number;
  /** ms since the simulation began. */
  readonly at: number;
  readonly flight: Flight;
  /** Place of its step. */
  readonly step: number;
};

/** The frames of a replay, on one link or (null) on all; `bare`: the links on which frames are bare IP packets. */
export function packetRows(
  steps: readonly ReplayStep[],
  link: string | null,
  bare: ReadonlySet<string>,
): readonly PacketRow[] {
  const flights = steps.flatMap((step, index) => step.flights.map((flight) => ({ flight, step: index })));
  return flights
    .filter(({ flight }) => link === null || flight.link === link)
    .map(({ flight, step }, i) => ({
      ...summarise(flight.bytes, bare.has(flight.link) ? "ip" : "ethernet"),
      number: i + 1,
      at: flight.startedAt,
      flight,
      step,
    }));
}

/** The rows as the frames of a capture file; `epoch`: seconds since 1970 at which the simulation begins. */
export const capturedFrames = (rows: readonly PacketRow[], epoch: number): CapturedFrame[] =>
  rows.map(({ at, flight }) => ({
    seconds: epoch + Math.floor(at / 1000),
    nanoseconds: Math.round((at % 1000) * 1e6),
    data: flight.bytes,
    originalLength: flight.bytes.length,
  }));
