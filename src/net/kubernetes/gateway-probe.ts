/**
 * The health probe of a layer 7 load balancer in front of a cluster (Azure Application Gateway, « Health probes
 * overview »). Times in seconds.
 */
export type GatewayProbe = {
  /** From the start of one probe to the start of the next. */
  readonly interval: number;
  /** Not more than `interval`. */
  readonly timeout: number;
  /** Failures in a row after which the backend gets no more requests. */
  readonly unhealthyThreshold: number;
};

/** Where nothing is configured: path `/`, host 127.0.0.1. */
export const gatewayProbeDefaults: GatewayProbe = { interval: 30, timeout: 30, unhealthyThreshold: 3 };

/** The codes of HTTP that say healthy where nothing else is configured. */
export const isHealthyStatus = (status: number): boolean => status >= 200 && status <= 399;

export type GatewayBackend = { readonly healthy: boolean; readonly failures: number };

/** The outcome of one probe. One success is enough to come back. */
export function afterGatewayProbe(
  { unhealthyThreshold }: GatewayProbe,
  { healthy, failures }: GatewayBackend,
  success: boolean,
): GatewayBackend {
  if (success) return { healthy: true, failures: 0 };
  return { healthy: healthy && failures + 1 < unhealthyThreshold, failures: failures + 1 };
}

/**
 * When a backend that stops answering at `diesAt` is taken out; probes begin at 0, `interval`, 2 · `interval` … One that is
 * silent fails a probe only after `timeout`; one that refuses fails it at once.
 */
export function takenOutAt(
  { interval, timeout, unhealthyThreshold }: GatewayProbe,
  diesAt: number,
  how: "silent" | "refuses",
): number {
  const firstFailed = Math.ceil(diesAt / interval) * interval;
  return firstFailed + (unhealthyThreshold - 1) * interval + (how === "silent" ? timeout : 0);
}
