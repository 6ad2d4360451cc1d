/** How kube-proxy in iptables mode spreads connections: a chain of rules of the module `statistic`. */

export type ServiceRule<Endpoint> = {
  /** Out of the connections that reach this rule; null: all of them. Ten decimals, as kube-proxy writes it. */
  readonly probability: string | null;
  readonly to: Endpoint;
};

/**
 * The rules of a Service in order. Rule i of n sees only what the rules before it left, so it takes 1/(n - i) of that:
 * each endpoint has 1/n of all. The last has no condition. Without an endpoint the client is refused at once.
 */
export function serviceRules<Endpoint>(
  endpoints: readonly Endpoint[],
): readonly ServiceRule<Endpoint>[] | "REJECT" {
  if (endpoints.length === 0) return "REJECT";
  return endpoints.map((to, i) => {
    const left = endpoints.length - i;
    return { probability: left === 1 ? null : (1 / left).toFixed(10), to };
  });
}

const one = 2 ** 31;

/** The kernel's form of a probability (iptables-extensions(8), `statistic`): the nearest multiple of 2^-31, times 2^31. */
export const thresholdOf = (probability: string): number => Math.round(Number(probability) * one);

/** A probability as `iptables-save` prints it: what the kernel keeps, in eleven decimals. */
export const savedProbability = (probability: string): string => (thresholdOf(probability) / one).toFixed(11);

/**
 * Walks the chain for a new connection. `draw` gives an integer from 0 to 2^31 - 1 and is asked once for each rule with
 * a probability that is reached: the rule takes the connection when the draw is below its threshold.
 */
export function walkRules<Endpoint>(
  rules: readonly ServiceRule<Endpoint>[],
  draw: () => number,
): Endpoint | null {
  for (const { probability, to } of rules) {
    if (probability === null || draw() < thresholdOf(probability)) return to;
  }
  return null;
}
