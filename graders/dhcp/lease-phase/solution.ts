type Lease = { seconds: number; t1?: number; t2?: number };
type Phase = {
  phase: "BOUND" | "RENEWING" | "REBINDING" | "EXPIRED";
  to: "unicast" | "broadcast" | null;
};

export function dhcpPhase(lease: Lease, elapsed: number): Phase {
  const { seconds } = lease;
  if (seconds === 0xffffffff) return { phase: "BOUND", to: null }; // bail sans fin
  let t1 = lease.t1 ?? seconds * 0.5;
  let t2 = lease.t2 ?? seconds * 0.875;
  if (t1 >= t2 || t2 >= seconds) {
    t1 = seconds * 0.5;
    t2 = seconds * 0.875;
  }
  if (elapsed < t1) return { phase: "BOUND", to: null };
  if (elapsed < t2) return { phase: "RENEWING", to: "unicast" };
  if (elapsed < seconds) return { phase: "REBINDING", to: "broadcast" };
  return { phase: "EXPIRED", to: null };
}
