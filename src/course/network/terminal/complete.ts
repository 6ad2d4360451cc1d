import { parseAddressWithLength, formatIpAddress } from "../../../net/wire/prefix.ts";
import type { NetworkFigure } from "../figure.ts";
import { commands } from "./session.ts";

/** The words that may stand at the end of a line which is typed on a node; sorted. */
export function completions(line: string, node: string, figure: NetworkFigure): readonly string[] {
  const words = line.split(/\s+/);
  const last = words.at(-1) ?? "";
  return [...new Set(candidates(words.slice(0, -1), node, figure))]
    .filter((word) => word.startsWith(last) && word !== last)
    .toSorted();
}

/** The line with as much of its last word as all completions share; a space behind it where there is one only. */
export function completed(line: string, found: readonly string[]): string {
  const [first] = found;
  if (first === undefined) return line;
  let shared = first;
  for (const word of found) while (!word.startsWith(shared)) shared = shared.slice(0, -1);
  const last = line.split(/\s+/).at(-1) ?? "";
  return line.slice(0, line.length - last.length) + shared + (found.length === 1 ? " " : "");
}

const actions: Readonly<Record<string, readonly string[]>> = {
  ip: ["addr", "route", "neigh"],
  "ip addr": ["show", "add", "del"],
  "ip route": ["show", "get", "add", "del"],
  "ip neigh": ["show", "flush"],
  "ip neigh show": ["dev"],
  "ip neigh flush": ["all", "dev"],
  arp: ["-a", "-n"],
  route: ["-n"],
  ping: ["-c", "-s", "-t", "-M"],
  traceroute: ["-I", "-m", "-q"],
};

function candidates(before: readonly string[], node: string, figure: NetworkFigure): readonly string[] {
  if (before.length === 0) return [...commands.keys()];
  const previous = before.at(-1) ?? "";
  if (previous === "dev") return interfacesOf(node, figure);
  const next = actions[before.join(" ")] ?? [];
  const takesAddress =
    previous === "via" || previous === "get" || ["ping", "traceroute"].includes(before[0] ?? "");
  const rest =
    before[0] === "ip" && before[1] !== "neigh" && before.length > 3 ? ["via", "dev", "metric"] : [];
  const prefixes = previous === "add" || previous === "del" ? ["default"] : [];
  return [...next, ...rest, ...prefixes, ...(takesAddress ? addressesOf(figure) : [])];
}

const interfacesOf = (node: string, { nodes }: NetworkFigure): readonly string[] =>
  nodes.flatMap((one) =>
    one.name === node && "interfaces" in one ? one.interfaces.map(({ name }) => name) : [],
  );

const addressesOf = ({ nodes }: NetworkFigure): readonly string[] =>
  nodes.flatMap((one) =>
    "interfaces" in one
      ? one.interfaces.flatMap(({ addresses }) =>
          addresses.flatMap((text) => {
            const parsed = parseAddressWithLength(text);
            return parsed === null ? [] : [formatIpAddress(parsed.address)];
          }),
        )
      : [],
  );
