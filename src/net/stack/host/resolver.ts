import type { ArpPacket } from "../../wire/arp.ts";
import type { Mac } from "../../wire/mac.ts";
import { containsAddress, parseIpAddress, type IpAddress, type Prefix } from "../../wire/prefix.ts";

/**
 * Who has which MAC address on one link, for one version of IP: a pure state machine of which a node has one an
 * interface and version. Packets wait in it until their neighbour is known. Times in ms.
 */
export type Resolver = {
  /** By the text of the address. */
  readonly entries: ReadonlyMap<string, ResolverEntry>;
  /** When it wants a `tick` at the latest; Infinity for never. */
  readonly deadline: number;
  readonly step: (event: ResolverEvent, now: number) => ResolverStep;
};

/** `mac` is null while it is asked for. */
export type ResolverEntry = { readonly mac: Mac | null; readonly state: string };

export type ResolverStep = { readonly resolver: Resolver; readonly actions: readonly ResolverAction[] };

export type ResolverEvent =
  | { readonly kind: "send"; readonly target: IpAddress; readonly packet: Uint8Array }
  /** `silent`: somebody else answers it. */
  | { readonly kind: "arp"; readonly packet: ArpPacket; readonly silent?: boolean }
  /** An IPv6 packet that may be a neighbor solicitation or advertisement. */
  | { readonly kind: "ndp"; readonly packet: Uint8Array }
  | { readonly kind: "tick" }
  /** Somebody empties it by hand: of neighbours within the prefix, or of all. Permanent entries stay. */
  | { readonly kind: "forget"; readonly within: Prefix | null };

export type ResolverAction =
  | { readonly kind: "transmit"; readonly packet: Uint8Array; readonly mac: Mac }
  /** Ask who has `target`: the one at `to`, or everybody where it is null. `packet`: the one that waits, if any. */
  | {
      readonly kind: "solicit";
      readonly target: IpAddress;
      readonly to: Mac | null;
      readonly packet: Uint8Array | null;
    }
  | { readonly kind: "arp-reply"; readonly packet: ArpPacket }
  | { readonly kind: "drop"; readonly packet: Uint8Array; readonly reason: "unreachable" | "replaced" };

/** Whether a neighbour, by the text of its address, is among those of a prefix; null for all. */
export function isWithin(within: Prefix | null, text: string): boolean {
  if (within === null) return true;
  const address = parseIpAddress(text);
  return address !== null && containsAddress(within, address);
}
