type Lease = { seconds: number; t1?: number; t2?: number };
type Phase = {
  phase: "BOUND" | "RENEWING" | "REBINDING" | "EXPIRED";
  to: "unicast" | "broadcast" | null;
};

/**
 * Dit ce que fait un client DHCP, `elapsed` secondes après avoir reçu son bail.
 */
export function dhcpPhase(lease: Lease, elapsed: number): Phase {
  // À vous : le client n'attend pas la fin du bail pour le renouveler.
  if (elapsed < lease.seconds / 4) return { phase: "BOUND", to: null };
  return { phase: "EXPIRED", to: null };
}
