import { subnetOf } from "./subnets.ts";
import { prefixOf, type AddressWithLength, type IpAddress, type Prefix } from "../wire/prefix.ts";

/** Where a node meets a link. */
export type NetworkInterface = {
  readonly name: string;
  /** One's own addresses, each with the length of the network that is on the link. */
  readonly addresses: readonly AddressWithLength[];
  readonly up: boolean;
  /** Whether the link has two ends and no link-layer addresses, as PPP has: then nobody is asked for a MAC. */
  readonly pointToPoint?: boolean;
};

export const sameAddress = (a: IpAddress, b: IpAddress): boolean =>
  a.version === b.version && a.value === b.value;

/** Whether the address is one of the interface's own. */
export const ownsAddress = (at: NetworkInterface, address: IpAddress): boolean =>
  at.addresses.some((own) => sameAddress(own.address, address));

/** The networks whose every address is reached on this link, without a router. */
export const connectedPrefixes = (at: NetworkInterface): readonly Prefix[] => networksOf(at).prefixes;

/** Whether the address means every host of a connected network: its last one, but in a /31 and a /32 (RFC 3021 §2.2). */
export const isDirectedBroadcast = (at: NetworkInterface, { version, value }: IpAddress): boolean =>
  version === 4 && networksOf(at).broadcasts.includes(value);

/** Whether it is a connected network's own address, the first, which no host has (RFC 1122 §3.2.1.3). */
export const isNetworkAddress = (at: NetworkInterface, { version, value }: IpAddress): boolean =>
  version === 4 &&
  connectedPrefixes(at).some((prefix) => {
    if (prefix.version === 6) return false;
    return subnetOf(prefix).broadcast !== null && prefix.network === value;
  });

type Networks = { readonly prefixes: readonly Prefix[]; readonly broadcasts: readonly bigint[] };

/** What follows from the addresses of an interface, worked out once: every packet asks for it. */
const known = new WeakMap<NetworkInterface["addresses"], Networks>();

function networksOf({ addresses }: NetworkInterface): Networks {
  const before = known.get(addresses);
  if (before !== undefined) return before;
  const prefixes = addresses.map(({ address, length }) => prefixOf(address, length));
  const broadcasts = prefixes.flatMap((prefix) => {
    const last = prefix.version === 4 ? subnetOf(prefix).broadcast : null;
    return last === null ? [] : [last];
  });
  const networks = { prefixes, broadcasts };
  known.set(addresses, networks);
  return networks;
}
