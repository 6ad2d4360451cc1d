import { isWithin } from "../../../net/stack/host/resolver.ts";
import { formatMac } from "../../../net/wire/mac.ts";
import {
  addressBits,
  parseAddressWithLength,
  parseIpAddress,
  prefixOf,
  type AddressWithLength,
  type Prefix,
} from "../../../net/wire/prefix.ts";
import type { Command, Machine, Output } from "./command.ts";

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

/** `ip neigh` (show, flush) of iproute2. */
export const ipNeigh: Command = ([action = "show", ...words], machine) => {
  if (["show", "list", "ls"].includes(action)) return show(words, machine);
  if (action === "flush") return flush(words, machine);
  return [`Command "${action}" is unknown, try "ip neigh help".`];
};

function show(words: readonly string[], machine: Machine): Output {
  const chosen = readChosen(words, machine);
  if (!("dev" in chosen)) return chosen;
  return [...rowsOf(machine, 4), ...rowsOf(machine, 6)]
    .filter((row) => isWithin(chosen.within, row.address) && [null, row.dev].includes(chosen.dev))
    .map(({ address, dev, mac, state }) =>
      [
        address,
        // Who asks for one interface knows it.
        ...(chosen.dev === null ? [`dev ${dev}`] : []),
        ...(mac === null ? [] : [`lladdr ${mac}`]),
        state,
      ].join(" "),
    );
}

function flush(words: readonly string[], machine: Machine): Output {
  if (words.length === 0) return ["Flush requires arguments."];
  const chosen = readChosen(words, machine);
  if (!("dev" in chosen)) return chosen;
  machine.simulation.forgetNeighbours(machine.node, chosen.dev, chosen.within);
  return [];
}

/** Entries of one interface or all (null), of one prefix or all (null). */
type Chosen = { readonly dev: string | null; readonly within: Prefix | null };

/** Reads `[ to ] PREFIX` and `dev NAME`, in any order; lines of an error where it cannot. */
function readChosen(words: readonly string[], { simulation, node }: Machine): Chosen | Output {
  let [dev, within]: [string | null, Prefix | null] = [null, null];
  for (let i = 0; i < words.length; i++) {
    const isPrefix = words[i] !== "dev";
    const word = words[i] === "dev" || words[i] === "to" ? words[++i] : words[i];
    if (word === undefined) return ['Command line is not complete. Try option "help"'];
    if (!isPrefix) dev = word;
    else if (["all", "any", "default"].includes(word)) within = null;
    else {
      const read = parseAddressWithLength(word) ?? withFullLength(word);
      if (read === null) return [`Error: any valid prefix is expected rather than "${word}".`];
      within = prefixOf(read.address, read.length);
    }
  }
  const names = ["lo", ...(simulation.station(node)?.resolvers.keys() ?? [])];
  return dev === null || names.includes(dev) ? { dev, within } : [`Cannot find device "${dev}"`];
}

function withFullLength(text: string): AddressWithLength | null {
  const address = parseIpAddress(text);
  return address === null ? null : { address, length: addressBits(address.version) };
}
