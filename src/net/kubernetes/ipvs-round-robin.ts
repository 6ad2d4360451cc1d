import { gcdOfWeights, maxWeight, type IpvsService } from "./ipvs-service.ts";

/** What a walk around the list chose: `last` is the index of the server. */
type Turn = Pick<IpvsService, "last" | "threshold">;

/** rr: the next server of the list, around and around; a server of weight 0 is passed over. Null if all are. */
export function roundRobin({ servers, last, threshold }: IpvsService): Turn | null {
  for (let step = 1; step <= servers.length; step++) {
    const index = (last + step) % servers.length;
    if ((servers[index]?.weight ?? 0) > 0) return { last: index, threshold };
  }
  return null;
}

/**
 * wrr: around the list with a threshold. A round takes each server whose weight reaches it; then it sinks by the
 * weights' common divisor, and from the lowest weight it jumps back to the highest. So a server of weight w has w turns
 * a cycle, and the heavy ones do not have all of theirs in a row. Null if every weight is 0.
 */
export function weightedRoundRobin(service: IpvsService): Turn | null {
  const { servers } = service;
  const step = gcdOfWeights(servers);
  if (step === 0) return null;
  let { last: index, threshold } = service;
  for (;;) {
    index++;
    if (index >= servers.length) {
      index = 0;
      threshold -= step;
      if (threshold <= 0) threshold = highest(servers);
    }
    if ((servers[index]?.weight ?? 0) >= threshold) return { last: index, threshold };
  }
}

/** wrr when a server was added: the walk begins at the head again, the threshold stays where it was. */
export const restartWeighted = ({ servers, threshold }: IpvsService): Turn => ({
  last: -1,
  threshold: threshold === 0 ? highest(servers) : threshold,
});

/** One above the second highest multiple of the divisor: what only the heaviest reach. */
const highest = (servers: IpvsService["servers"]): number => {
  const step = gcdOfWeights(servers);
  return step === 0 ? 0 : maxWeight(servers) - (step - 1);
};
