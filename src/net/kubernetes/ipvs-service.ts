import type { Ipv4Address } from "../wire/address.ts";

/** The scheduling methods of IPVS, as ipvsadm(8) names them. */
export type Scheduler = "rr" | "wrr" | "lc" | "wlc" | "sed" | "nq" | "sh" | "mh";

export type RealServer = {
  readonly address: Ipv4Address;
  readonly port: number;
  /** From 0 to 65535; 0 takes no new connection and keeps those it has. */
  readonly weight: number;
  /** Open connections. */
  readonly active: number;
  /** Connections that were closed and not yet forgotten. */
  readonly inactive: number;
};

/** A virtual service, and what its scheduler remembers between two connections. */
export type IpvsService = {
  readonly scheduler: Scheduler;
  /** Last added first: the kernel puts a new server at the head of its list. */
  readonly servers: readonly RealServer[];
  /** rr, wrr: index of the server that was chosen last; -1 when the walk begins before the first. */
  readonly last: number;
  /** wrr: a server is taken now if its weight is at least this; 0 before there is a server. */
  readonly threshold: number;
};

/** Greatest common divisor of the weights above zero; 0 when there is none. */
export const gcdOfWeights = (servers: readonly RealServer[]): number =>
  servers.reduce((divisor, { weight }) => gcd(weight, divisor), 0);

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

export const maxWeight = (servers: readonly RealServer[]): number =>
  servers.reduce((most, { weight }) => Math.max(most, weight), 0);
