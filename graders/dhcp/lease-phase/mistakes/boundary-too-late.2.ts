type Lease = { seconds: number; t1?: number; t2?: number };
type Phase = {
  phase: "BOUND" | "RENEWING" | "REBINDING" | "EXPIRED";
  to: "unicast" | "broadcast" | null;
};

export function dhcpPhase(lease: Lease, elapsed: number): Phase {
  const end = lease.seconds;
  if (end === 0xffffffff) return { phase: "BOUND", to: null };
  let t1 = lease.t1 ?? end * 0.5;
  let t2 = lease.t2 ?? end * 0.875;
  if (!(t1 < t2 && t2 < end)) {
    t1 = end * 0.5;
    t2 = end * 0.875;
  }
  if (elapsed > end) return { phase: "EXPIRED", to: null };
  if (elapsed >= t2) return { phase: "REBINDING", to: "broadcast" };
  if (elapsed >= t1) return { phase: "RENEWING", to: "unicast" };
  return { phase: "BOUND", to: null };
}
