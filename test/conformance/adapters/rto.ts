import { z } from "zod";
import { initialRto, rfc6298, sampleRtt, type RtoState } from "#net/stack/rto.ts";
import { same, vectors, type Check, type Suite } from "../suite.ts";

const step = z.object({
  rtt: z.number(),
  srtt: z.number(),
  rttvar: z.number(),
  rto: z.number().optional(),
});

const rto = vectors(
  z.object({
    constants: z.object({
      alpha: z.number(),
      beta: z.number(),
      K: z.number().default(rfc6298.k),
      G: z.number().default(0),
      min: z.number().default(rfc6298.minimum / 1000),
      max: z.number().default(rfc6298.maximum / 1000),
    }),
    steps: z.array(step),
  }),
  ({ constants: { alpha, beta, K, G, min, max }, steps }) => {
    // The file has seconds.
    const rules = { alpha, beta, k: K, granularity: G * 1000, minimum: min * 1000, maximum: max * 1000 };
    let state: RtoState = initialRto;
    return steps.flatMap((expected, i): Check[] => {
      state = sampleRtt(state, expected.rtt * 1000, false, rules);
      return [
        near(`srtt after ${i + 1}`, expected.srtt, state.srtt ?? 0),
        near(`rttvar after ${i + 1}`, expected.rttvar, state.rttvar),
        ...(expected.rto === undefined ? [] : [near(`rto after ${i + 1}`, expected.rto, state.rto)]),
      ];
    });
  },
);

/** The file's numbers are rounded to nine decimals. */
const near = (what: string, seconds: number, milliseconds: number): Check =>
  same(what, seconds, Math.abs(milliseconds / 1000 - seconds) < 2e-9 ? seconds : milliseconds / 1000);

export const transportRto: Readonly<Record<string, Suite>> = { "transport/rto.json": rto };
