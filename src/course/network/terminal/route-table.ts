import { connectedPrefixes } from "../../../net/stack/network-interface.ts";
import { formatIpAddress, formatPrefix, maskOf, parsePrefix, type Prefix } from "../../../net/wire/prefix.ts";
import { stationOf, type Command, type Machine } from "./command.ts";

/** A row of the table of a node, connected networks included. */
export type Row = {
  readonly prefix: Prefix;
  readonly gateway: string | null;
  readonly dev: string | null;
  readonly metric: number;
  /** A connected network: the address that it comes from. */
  readonly src: string | null;
  readonly refuse: string | null;
};

/** The table in the kernel's order: shortest prefix first, the default route on top, then by address. */
export function rowsOf(machine: Machine): Row[] {
  const interfaces = machine.simulation.station(machine.node)?.router.interfaces ?? [];
  const connected = interfaces.flatMap((at): Row[] =>
    connectedPrefixes(at).flatMap((prefix, i) => {
      const own = at.addresses[i];
      if (prefix.version !== 4 || own === undefined || !at.up) return [];
      return [
        { prefix, gateway: null, dev: at.name, metric: 0, src: formatIpAddress(own.address), refuse: null },
      ];
    }),
  );
  const static_ = (stationOf(machine).routes ?? []).flatMap((route): Row[] => {
    const prefix = parsePrefix(route.destination);
    if (prefix?.version !== 4) return [];
    const metric = route.metric ?? 0;
    return "refuse" in route
      ? [{ prefix, gateway: null, dev: null, metric, src: null, refuse: route.refuse }]
      : [{ prefix, gateway: route.gateway, dev: route.interface, metric, src: null, refuse: null }];
  });
  const isDefault = ({ prefix }: Row): number => (prefix.length === 0 ? 0 : 1);
  return [...connected, ...static_].toSorted(
    (a, b) =>
      isDefault(a) - isDefault(b) ||
      (a.prefix.network < b.prefix.network ? -1 : a.prefix.network > b.prefix.network ? 1 : 0) ||
      a.prefix.length - b.prefix.length ||
      a.metric - b.metric,
  );
}

const shortPrefix = (prefix: Prefix): string =>
  prefix.length === 0 ? "default" : formatPrefix(prefix).replace(/\/32$/, "");

/** As `ip route` shows it. */
export function showRow({ prefix, gateway, dev, metric, src, refuse }: Row): string {
  return [
    ...(refuse === null ? [] : [refuse]),
    shortPrefix(prefix),
    ...(gateway === null ? [] : [`via ${gateway}`]),
    ...(dev === null ? [] : [`dev ${dev}`]),
    ...(src !== null
      ? [`proto kernel scope link src ${src}`]
      : gateway === null && refuse === null
        ? ["scope link"]
        : []),
    ...(metric === 0 ? [] : [`metric ${metric}`]),
  ].join(" ");
}

/** `route -n` of net-tools. */
export const route: Command = (words, machine) => {
  if (words[0] !== "-n" && words.length > 0) return ["Usage: route [-n]"];
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd([16, 16, 16, 6, 7, 4, 6][i] ?? 0))
      .join("")
      .trimEnd();
  const rows = rowsOf(machine).map(({ prefix, gateway, dev, metric, refuse }) => {
    const mask = formatIpAddress({ version: 4, value: maskOf(4, prefix.length) });
    const host = prefix.length === 32 ? "H" : "";
    const flags = refuse === null ? `U${gateway === null ? "" : "G"}${host}` : `!${host}`;
    return `${line([formatPrefix(prefix).replace(/\/.*/, ""), gateway ?? (refuse === null ? "0.0.0.0" : "-"), mask, flags, refuse === null ? String(metric) : "-"]).padEnd(61)}${refuse === null ? "0" : "-"}        0 ${dev ?? "-"}`;
  });
  return [
    "Kernel IP routing table",
    "Destination     Gateway         Genmask         Flags Metric Ref    Use Iface",
    ...rows,
  ];
};
