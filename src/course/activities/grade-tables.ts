import { toAddress, toPathNetwork } from "../network/host.ts";
import type { Route } from "../../net/stack/routing-table.ts";
import type { PartOf } from "./parts.ts";
import type { PathNetwork } from "../../net/stack/trace-path.ts";
import { pingedNetwork } from "./pinged-network.ts";
import { pingAll, withTable, type Ping, type PingEnd } from "./pings.ts";
import { isBlank, readRow, typedRows, type RowFault, type TypedRow } from "./table-rows.ts";

/** What running the tables shows: the rows that no machine would take, else every ping. */
export type TablesRun = {
  readonly faults: readonly { readonly row: TypedRow; readonly fault: RowFault }[];
  /** Empty while a row is at fault. */
  readonly pings: readonly Ping[];
  /** The machines with the tables of the answer; none while a row is at fault. */
  readonly filled: PathNetwork;
};

/** Sends pings between all hosts of the network and the Internet through the tables of an answer. */
export function runTables(fill: PartOf<"tables">["fill"], value: readonly string[]): TablesRun {
  const read = typedRows(fill, value)
    .filter((row) => !isBlank(row))
    .map((row) => ({ row, result: readRow(row, world[row.node]?.interfaces ?? []) }));
  const faults = read.flatMap(({ row, result }) => (result.ok ? [] : [{ row, fault: result.fault }]));
  if (faults.length > 0) return { faults, pings: [], filled: {} };
  const routesOf = (node: string): Route[] =>
    read.flatMap(({ row, result }) => (row.node === node && result.ok ? [result.route] : []));
  const filled = Object.fromEntries(
    fill.flatMap(({ node }) => {
      const own = world[node];
      return own === undefined ? [] : [[node, withTable(own, routesOf(node))]];
    }),
  );
  return { faults: [], pings: pingAll({ ...world, ...filled }, ends), filled };
}

/** Names for what is wrong: `gateway-off-link@B` for a row, `loop@R2` for a ping that dies. Empty: right. */
export function tablesMistakes(fill: PartOf<"tables">["fill"], value: readonly string[]): string[] {
  const { faults, pings } = runTables(fill, value);
  const names = [
    ...faults.map(({ row, fault }) => `${fault}@${row.node}`),
    ...pings.flatMap(({ death }) => (death === null ? [] : [`${death.outcome}@${death.path.at(-1) ?? ""}`])),
  ];
  return [...new Set(names)];
}

const world = toPathNetwork(pingedNetwork);

const ends: readonly PingEnd[] = (["A", "B", "C", "S", "D"] as const).map((node) => ({
  node,
  address: toAddress(pingedNetwork[node].ifaces[0]?.ip ?? ""),
}));
