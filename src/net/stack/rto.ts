/** How long TCP waits for an acknowledgment before it sends again (RFC 6298). All times in ms. */
export type RtoState = {
  /** Smoothed round-trip time; null before the first measurement. */
  readonly srtt: number | null;
  /** Its variation. */
  readonly rttvar: number;
  readonly rto: number;
};

export type RtoRules = {
  /** Weight of a new measurement in SRTT. */
  readonly alpha: number;
  /** Weight of a new deviation in RTTVAR. */
  readonly beta: number;
  readonly k: number;
  /** G, of the clock. */
  readonly granularity: number;
  readonly minimum: number;
  readonly maximum: number;
};

/** §2.3 for alpha, beta and K; §2.4 and §2.5 for the limits. */
export const rfc6298: RtoRules = {
  alpha: 1 / 8,
  beta: 1 / 4,
  k: 4,
  granularity: 1,
  minimum: 1000,
  maximum: 60_000,
};

/** Before anything is measured: one second (§2.1). */
export const initialRto: RtoState = { srtt: null, rttvar: 0, rto: 1000 };

/**
 * A measured round trip (§2.2, §2.3). One of a segment that was sent more than once is no measurement: nobody knows
 * which copy was acknowledged (Karn's algorithm, §3).
 */
export function sampleRtt(state: RtoState, rtt: number, retransmitted: boolean, rules = rfc6298): RtoState {
  if (retransmitted) return state;
  const { alpha, beta, k, granularity } = rules;
  // RTTVAR first: its deviation is from the old SRTT.
  const rttvar =
    state.srtt === null ? rtt / 2 : (1 - beta) * state.rttvar + beta * Math.abs(state.srtt - rtt);
  const srtt = state.srtt === null ? rtt : (1 - alpha) * state.srtt + alpha * rtt;
  return { srtt, rttvar, rto: clamp(srtt + Math.max(granularity, k * rttvar), rules) };
}

/** The timer ran out: the next wait is twice as long (§5.5). */
export const backOffRto = (state: RtoState, rules = rfc6298): RtoState => ({
  ...state,
  rto: clamp(state.rto * 2, rules),
});

const clamp = (rto: number, { minimum, maximum }: RtoRules): number =>
  Math.min(maximum, Math.max(minimum, rto));
