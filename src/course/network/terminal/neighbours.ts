import { formatMac } from "../../../net/wire/mac.ts";
import { parseIpAddress } from "../../../net/wire/prefix.ts";
import type { Command, Machine } from "./command.ts";

type Row = {
  readonly address: string;
  readonly dev: string;
  readonly mac: string | null;
  readonly state: string;
};

/** The neighbour caches of a node, by interface, then by address. */
function rowsOf({ simulation, node }: Machine, version: 4 | 6): Row[] {
  const resolvers = simulation.station(node)?.resolvers;
  return [...(resolvers ?? [])].flatMap(([dev, { arp, ndp }]) =>
    [...(version === 4 ? arp : ndp).entries]
      .map(([address, { mac, state }]): Row => ({
        address,
        dev,
        mac: mac === null ? null : formatMac(mac),
        state: state.toUpperCase(),
      }))
      .toSorted((a, b) => compareAddresses(a.address, b.address)),
  );
}

function compareAddresses(a: string, b: string): number {
  const [x, y] = [parseIpAddress(a)?.value ?? 0n, parseIpAddress(b)?.value ?? 0n];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** `arp -a` and `arp -n` of net-tools. */
export const arp: Command = (words, machine) => {
  const rows = rowsOf(machine, 4);
  if (words[0] === "-n")
    return [
      "Address                  HWtype  HWaddress           Flags Mask            Iface",
      ...rows.map(({ address, dev, mac }) =>
        mac === null
          ? `${address.padEnd(24)}         (incomplete)                              ${dev}`
          : `${address.padEnd(24)} ether   ${mac}   C                     ${dev}`,
      ),
    ];
  if (words.length > 0 && words[0] !== "-a")
    return [`arp: invalid option -- '${(words[0] ?? "").replace(/^-+/, "")}'`];
  return rows.map(({ address, dev, mac }) =>
    mac === null ? `? (${address}) at <incomplete> on ${dev}` : `? (${address}) at ${mac} [ether] on ${dev}`,
  );
};

/** `ip neigh`, and `ip neigh show`, of iproute2. */
export const ipNeigh: Command = ([action = "show"], machine) => {
  if (!["show", "list", "ls"].includes(action))
    return [`Command "${action}" is unknown, try "ip neigh help".`];
  return [...rowsOf(machine, 4), ...rowsOf(machine, 6)].map(({ address, dev, mac, state }) =>
    [address, `dev ${dev}`, ...(mac === null ? [] : [`lladdr ${mac}`]), state].join(" "),
  );
};
