import type { Carried, Medium } from "./medium.ts";

/** Something that goes wrong, as data. Times in ms, rates of 1; `from` and `until`: the whole time without them. */
export type Fault = LinkFault | NodeFault;

type Lasting = { readonly from?: number; readonly until?: number };

export type LinkFault = Lasting & { readonly link: string } & (
    | { readonly kind: "loss"; readonly rate: number }
    /** The n-th frames from one node are lost, counted from 1. */
    | { readonly kind: "lose"; readonly node: string; readonly frames: readonly number[] }
    | { readonly kind: "duplication"; readonly rate: number }
    /** One bit is turned. */
    | { readonly kind: "corruption"; readonly rate: number }
    /** `ms` more, and up to `jitter` beyond that: frames may overtake each other. */
    | { readonly kind: "delay"; readonly ms: number; readonly jitter?: number }
    /** Longer packets vanish without a word: a black hole for path-MTU discovery (RFC 2923 §2.1). */
    | { readonly kind: "mtu"; readonly mtu: number }
    | { readonly kind: "down" }
  );

export type NodeFault = Lasting & { readonly node: string } & (
    | /** It forwards, but sends no ICMP of its own: a `*` in traceroute. */
      { readonly kind: "silent" }
      /** It takes nothing in and sends nothing. */
    | { readonly kind: "dead" }
  );

export const isLinkFault = (fault: Fault): fault is LinkFault => "link" in fault;

export const isActive = ({ from = 0, until = Infinity }: Lasting, now: number): boolean =>
  now >= from && now < until;

/** The link with a fault round it. */
export function withFault(fault: LinkFault, inner: Medium): Medium {
  const faulty = wrap(fault, inner);
  return (crossing) => (isActive(fault, crossing.now) ? faulty(crossing) : inner(crossing));
}

function wrap(fault: LinkFault, inner: Medium): Medium {
  switch (fault.kind) {
    case "loss":
      return (crossing) => (crossing.random() < fault.rate ? "loss" : inner(crossing));
    case "lose":
      return losing(fault.node, fault.frames, inner);
    case "duplication":
      return (crossing) =>
        onArrivals(inner(crossing), (copies) =>
          crossing.random() < fault.rate ? [...copies, ...copies] : copies,
        );
    case "corruption":
      return (crossing) =>
        inner(
          crossing.random() < fault.rate
            ? { ...crossing, bytes: turnBit(crossing.bytes, crossing.random()) }
            : crossing,
        );
    case "delay":
      return (crossing) => {
        const more = fault.ms + (fault.jitter ?? 0) * crossing.random();
        return onArrivals(inner(crossing), (copies) =>
          copies.map(({ after, bytes }) => ({ after: after + more, bytes })),
        );
      };
    case "mtu":
      return (crossing) => (crossing.bytes.length > fault.mtu + 14 ? "mtu" : inner(crossing));
    case "down":
      return () => "link-down";
  }
}

const onArrivals = (
  carried: Carried,
  change: (copies: Exclude<Carried, string>) => Exclude<Carried, string>,
): Carried => (typeof carried === "string" ? carried : change(carried));

/** Counts what the node sends while the fault lasts. */
function losing(node: string, frames: readonly number[], inner: Medium): Medium {
  let count = 0;
  return (crossing) => {
    if (crossing.from !== node) return inner(crossing);
    count++;
    return frames.includes(count) ? "loss" : inner(crossing);
  };
}

/** `where`: from 0 to below 1. */
function turnBit(bytes: Uint8Array, where: number): Uint8Array {
  const bit = Math.floor(where * bytes.length * 8);
  const changed = bytes.slice();
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
  return changed;
}
