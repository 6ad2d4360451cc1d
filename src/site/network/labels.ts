import type { NetworkFigure } from "#course/network/figure.ts";
import {
  formatIpAddress,
  formatPrefix,
  parseAddressWithLength,
  prefixOf,
  type AddressWithLength,
} from "#net/wire/prefix.ts";

type End = NetworkFigure["links"][number]["ends"][number];

/** The addresses of an interface, IPv4 first; none for the port of a switch. */
function addressesAt({ nodes }: Pick<NetworkFigure, "nodes">, end: End): AddressWithLength[] {
  const node = nodes.find(({ name }) => name === end.node);
  if (node === undefined || !("interfaces" in node)) return [];
  const found = node.interfaces.find(({ name }) => name === end.interface);
  return (found?.addresses ?? [])
    .flatMap((text) => parseAddressWithLength(text) ?? [])
    .toSorted((a, b) => a.address.version - b.address.version);
}

/** The network of an end: `192.168.100.0/24`; null where it has no address. */
export function prefixAt(figure: Pick<NetworkFigure, "nodes">, end: End): string | null {
  const [first] = addressesAt(figure, end);
  return first === undefined ? null : formatPrefix(prefixOf(first.address, first.length));
}

/**
 * What stands at the end of a link: `if1 .1`, the last byte of the address; the name alone without an address. `short`:
 * without the name where there is an address.
 */
export function endLabel(figure: Pick<NetworkFigure, "nodes">, end: End, short: boolean): string | null {
  const node = figure.nodes.find(({ name }) => name === end.node);
  if (node === undefined || !("interfaces" in node)) return null;
  const [first] = addressesAt(figure, end);
  if (first === undefined) return end.interface;
  const text = formatIpAddress(first.address);
  const last =
    first.address.version === 4 ? `.${text.split(".")[3] ?? ""}` : text.replace(/^.*(::?[^:]*)$/, "$1");
  return node.kind === "router" && !short ? `${end.interface} ${last}` : last;
}

/** The network behind a switch or hub: that of a router on it, else of the first station. */
export function bridgePrefix(figure: Pick<NetworkFigure, "nodes" | "links">, bridge: string): string | null {
  const others = figure.links.flatMap(({ ends: [a, b] }) =>
    a.node === bridge ? [b] : b.node === bridge ? [a] : [],
  );
  const isRouter = (end: End): boolean =>
    figure.nodes.some(({ name, kind }) => name === end.node && kind === "router");
  const ordered = [...others.filter(isRouter), ...others];
  return ordered.map((end) => prefixAt(figure, end)).find((prefix) => prefix !== null) ?? null;
}
