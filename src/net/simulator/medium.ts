import type { LinkLossReason } from "./journal.ts";

/** One copy of a frame as it comes out at the other end, `after` ms. */
export type Arriving = { readonly after: number; readonly bytes: Uint8Array };

/** What a link does to a frame: copies that arrive, or the reason why none does. */
export type Carried = readonly Arriving[] | LinkLossReason;

/** A frame on its way. */
export type Crossing = {
  /** The node that sends it. */
  readonly from: string;
  readonly bytes: Uint8Array;
  /** In ms. */
  readonly now: number;
  /** A random number from 0 to below 1. */
  readonly random: () => number;
};

/** A link as a function, so that a fault can be wrapped round it (faults.ts). */
export type Medium = (crossing: Crossing) => Carried;

/** Bytes of an Ethernet header and one VLAN tag beside the packet that the MTU speaks of. */
const frameOverhead = 18;

/** A sound link: everything arrives after `delay` ms, but for what is longer than it carries. */
export const soundLink =
  (delay: number, mtu: number): Medium =>
  ({ bytes }) =>
    bytes.length > mtu + frameOverhead ? "mtu" : [{ after: delay, bytes }];
