type Options = { maxTtl: number; probes: number; basePort: number };

export function traceroute(
  probe: (ttl: number, dstPort: number) => ProbeReply | null,
  opts: Options,
): { hops: Hop[]; reached: boolean } {
  const hops: Hop[] = [];
  let dstPort = opts.basePort;
  for (let ttl = 1; ttl <= opts.maxTtl; ttl++) {
    const replies: Hop["replies"] = [];
    let unreachable = false;
    let reached = false;
    for (let i = 0; i < opts.probes; i++) {
      const reply = probe(ttl, dstPort);
      // Une réponse à une autre sonde ne compte pas.
      if (reply !== null && reply.quotedDstPort === dstPort) {
        replies.push(reply);
        if (reply.type === 3) unreachable = true;
        if (reply.type === 3 && reply.code === 3) reached = true;
      } else {
        replies.push(null);
      }
      dstPort += 1;
    }
    hops.push({ ttl, replies });
    if (unreachable) return { hops, reached };
  }
  return { hops, reached: false };
}
