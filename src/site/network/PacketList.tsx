import type { PacketRow } from "#course/network/replay/packet-list.ts";
import { FrameTable } from "./FrameTable.tsx";
import { seconds, words } from "./words.ts";

type Props = {
  readonly rows: readonly PacketRow[];
  /** Frame that is open, by the number of its journal entry. */
  readonly chosen: number | null;
  /** Rows of a later step than this are still to come. */
  readonly step: number;
  readonly choose: (row: PacketRow) => void;
};

/** The frames that travelled; those of later steps and those that were lost look it. */
export function PacketList({ rows, chosen, step, choose }: Props) {
  if (rows.length === 0) return <p class="quiet">{words.none}</p>;
  return (
    <FrameTable
      rows={rows.map((row) => ({ ...row, time: seconds(row.at) }))}
      chosen={({ flight }) => flight.n === chosen}
      choose={choose}
      classOf={(row) => [row.step > step ? "later" : "", row.flight.lost === null ? "" : "lost"].join(" ")}
    />
  );
}
