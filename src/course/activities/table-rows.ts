import type { NetworkInterface } from "../../net/stack/network-interface.ts";
import { ownsAddress } from "../../net/stack/network-interface.ts";
import { routeFault } from "../../net/stack/route-validity.ts";
import type { Route } from "../../net/stack/routing-table.ts";
import { parseIpv4Address } from "../../net/wire/address.ts";
import {
  lengthOfMask,
  parseIpAddress,
  prefixOf,
  type IpAddress,
  type Prefix,
} from "../../net/wire/prefix.ts";
import type { PartOf } from "./parts.ts";

/** A row as it was typed. */
export type TypedRow = {
  readonly node: string;
  /** 1 for the first row of the node's table. */
  readonly at: number;
  readonly destination: string;
  readonly mask: string;
  readonly gateway: string;
  readonly iface: string;
};

export type RowFault = keyof PartOf<"tables">["faults"];
export type ReadRow =
  | { readonly ok: true; readonly route: Route & { readonly kind: "unicast" } }
  | { readonly ok: false; readonly fault: RowFault };

export const cellsInRow = 4;

/** The rows of an answer, whose value is all cells one after the other, empty ones too. */
export function typedRows(fill: PartOf<"tables">["fill"], value: readonly string[]): TypedRow[] {
  const places = fill.flatMap(({ node, rows }) =>
    Array.from({ length: rows }, (_, index) => ({ node, at: index + 1 })),
  );
  return places.map((place, index) => {
    const [destination = "", mask = "", gateway = "", iface = ""] = value
      .slice(index * cellsInRow, (index + 1) * cellsInRow)
      .map((cell) => cell.trim());
    return { ...place, destination, mask, gateway, iface };
  });
}

export const isBlank = ({ destination, mask, gateway, iface }: TypedRow): boolean =>
  destination + mask + gateway + iface === "";

/**
 * A row as a route, or why the machine would not take it. Directly connected is written as the interface's own address
 * (old tables), 0.0.0.0 (`route -n`), a dash or nothing (`ip route`).
 */
export function readRow(row: TypedRow, interfaces: readonly NetworkInterface[]): ReadRow {
  const out = interfaces.find(({ name }) => name === row.iface);
  if (row.destination === "" || out === undefined) return wrong("incomplete");
  const destination = readDestination(row.destination, row.mask);
  if (typeof destination === "string") return wrong(destination);
  const gateway = readGateway(row.gateway);
  if (gateway === "not-an-address") return wrong(gateway);
  const next = gateway === null || ownsAddress(out, gateway) ? null : gateway;
  const route = { kind: "unicast", destination, metric: 0, gateway: next, interface: out.name } as const;
  const fault = routeFault(interfaces, route);
  if (fault === null) return { ok: true, route };
  return wrong(fault === "unknown-interface" ? "incomplete" : fault);
}

const wrong = (fault: RowFault): ReadRow => ({ ok: false, fault });

/** « default », a network with its mask in either form, or a network with its length. */
function readDestination(typed: string, mask: string): Prefix | RowFault {
  const [, network = "", length] = /^([^/]*)(?:\/(.*))?$/.exec(typed) ?? [];
  const isDefault = /^(default|d[eé]faut)$/i.test(network);
  const address = isDefault ? { version: 4 as const, value: 0n } : parseIpAddress(network);
  if (address?.version !== 4) return "not-an-address";
  const bits = length ?? (mask === "" && isDefault ? "0" : mask);
  if (bits === "") return "incomplete";
  const read = readMask(bits);
  if (read === null) return "not-a-mask";
  const prefix = prefixOf(address, read);
  return prefix.network === address.value ? prefix : "host-bits";
}

/** `255.255.255.0`, `/24` or `24`. */
function readMask(typed: string): number | null {
  const length = /^\/?(\d{1,2})$/.exec(typed)?.[1];
  if (length !== undefined) return Number(length) <= 32 ? Number(length) : null;
  const mask = parseIpv4Address(typed);
  return mask === null ? null : lengthOfMask(mask);
}

function readGateway(typed: string): IpAddress | null | "not-an-address" {
  if (["", "-", "–", "—", "*", "0.0.0.0", "on-link"].includes(typed.toLowerCase())) return null;
  return parseIpAddress(typed) ?? "not-an-address";
}
