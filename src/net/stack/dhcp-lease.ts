/** A lease as the server gave it, all in seconds from the DHCPACK (RFC 2131 §4.4.5; options 51, 58, 59). */
export type DhcpLease = {
  readonly seconds: number;
  /** T1, when to renew, and T2, when to rebind; absent: the client's own defaults. */
  readonly t1?: number;
  readonly t2?: number;
};

/** A lease of this length never ends (RFC 2131 §3.3). */
export const infiniteLease = 0xffff_ffff;

/** States of a client that has an address (RFC 2131 §4.4, figure 5); `EXPIRED`: it has it no longer. */
export type DhcpPhase = "BOUND" | "RENEWING" | "REBINDING" | "EXPIRED";

export type DhcpPhaseNow = {
  readonly phase: DhcpPhase;
  /** Where requests go: to the server that gave the lease, then to any; null: none are sent. */
  readonly to: "unicast" | "broadcast" | null;
};

/**
 * T1 and T2 in force: those of the server, or half and seven eighths of the lease (RFC 2131 §4.4.5). Values that are
 * not in the order T1 < T2 < lease are both put aside.
 */
export function leaseTimers({ seconds, t1, t2 }: DhcpLease): { readonly t1: number; readonly t2: number } {
  const defaults = { t1: seconds * 0.5, t2: seconds * 0.875 };
  const given = { t1: t1 ?? defaults.t1, t2: t2 ?? defaults.t2 };
  return given.t1 < given.t2 && given.t2 < seconds ? given : defaults;
}

/** What the client is doing `elapsed` seconds after the DHCPACK; each phase begins at its instant. */
export function leasePhase(lease: DhcpLease, elapsed: number): DhcpPhaseNow {
  if (lease.seconds === infiniteLease) return { phase: "BOUND", to: null };
  const { t1, t2 } = leaseTimers(lease);
  if (elapsed >= lease.seconds) return { phase: "EXPIRED", to: null };
  if (elapsed >= t2) return { phase: "REBINDING", to: "broadcast" };
  return elapsed >= t1 ? { phase: "RENEWING", to: "unicast" } : { phase: "BOUND", to: null };
}

/**
 * When an unanswered client asks next, after a DHCPREQUEST at `elapsed`: half the time that is left of the phase later,
 * but no sooner than 60 s (RFC 2131 §4.4.5), and at the latest when the next phase begins. Null when no request
 * follows: the lease has ended, never ends, or ends first.
 */
export function nextLeaseRequest(lease: DhcpLease, elapsed: number): number | null {
  const { phase } = leasePhase(lease, elapsed);
  const { t1, t2 } = leaseTimers(lease);
  const wait = (end: number): number => elapsed + Math.max(60, (end - elapsed) / 2);
  switch (phase) {
    case "BOUND":
      return lease.seconds === infiniteLease ? null : t1;
    case "RENEWING":
      return Math.min(wait(t2), t2);
    case "REBINDING": {
      const next = wait(lease.seconds);
      return next < lease.seconds ? next : null;
    }
    case "EXPIRED":
      return null;
  }
}
