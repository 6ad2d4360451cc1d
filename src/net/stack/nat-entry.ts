import type { Ipv4Address } from "../wire/address.ts";

/** Both ends of a dialogue, as one of its packets names them. */
export type Flow = {
  readonly protocol: number;
  readonly source: Ipv4Address;
  readonly sourcePort: number;
  readonly destination: Ipv4Address;
  readonly destinationPort: number;
};

/** One dialogue: an inside host, the outside port that stands for it, and the remote end that it talks to. */
export type NatEntry = {
  readonly protocol: number;
  readonly inside: Ipv4Address;
  readonly insidePort: number;
  readonly outsidePort: number;
  readonly remote: Ipv4Address;
  readonly remotePort: number;
  /** In ms. */
  readonly lastSeen: number;
  /** Of TCP, what the box has seen of its beginning and end; absent where it looks at flows alone. */
  readonly tcp?: readonly TcpSign[];
};

/** A SYN or FIN of one side, or a RST of any. */
export type TcpSign = "syn-out" | "syn-in" | "fin-out" | "fin-in" | "rst";
