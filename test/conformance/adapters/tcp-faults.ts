/** Why the kernel's answer is not RFC 9293's; null where it is. */
export const tcpFault = (state: string, segment: string): string | null =>
  faults.find(({ rows }) => rows.includes(`${state}: ${segment}`))?.authority ?? null;

const faults: readonly { readonly authority: string; readonly rows: readonly string[] }[] = [
  {
    authority: "RFC 9293 §3.10.7.2 opens on a SYN and puts off what comes with it",
    rows: ["LISTEN: SYN+FIN"],
  },
  {
    authority: "RFC 9293 §3.10.7.4, fifth: an ACK of the ISS itself opens nothing and is reset",
    rows: ["SYN-RECEIVED (simultaneous open): ACK of nothing new"],
  },
  {
    authority:
      "RFC 9293 §3.10.7.4, first: a segment that ends at RCV.NXT is not acceptable, its ACK is not read",
    rows: [
      "SYN-RECEIVED (simultaneous open): FIN retransmitted",
      "FIN-WAIT-1: data already received",
      "FIN-WAIT-1: FIN retransmitted",
      "CLOSING: data already received",
    ],
  },
  {
    authority: "RFC 9293 §3.10.7.4, fifth: a segment without ACK is dropped, in TIME-WAIT too",
    rows: ["TIME-WAIT: data without ACK flag", "TIME-WAIT: FIN without ACK flag"],
  },
];
