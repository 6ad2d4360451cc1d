/** The second byte of the IPv4 header: precedence of old (RFC 791), DSCP (RFC 2474) and ECN (RFC 3168) of today. */

/** Names of the 3-bit precedence, by value (RFC 791 §3.1). */
export const precedenceNames = [
  "Routine",
  "Priority",
  "Immediate",
  "Flash",
  "Flash Override",
  "CRITIC/ECP",
  "Internetwork Control",
  "Network Control",
] as const;

/** Names of the 2-bit ECN field, by value; RFC 3168 §5 writes the first one Not-ECT. */
export const ecnNames = ["Non-ECT", "ECT(1)", "ECT(0)", "CE"] as const;

const dscpNames = new Map([
  [0, "DF"], // RFC 8436, the default behaviour; also CS0
  [1, "LE"], // RFC 8622
  [44, "VOICE-ADMIT"], // RFC 5865
  [46, "EF"], // RFC 3246
]);
// Class selectors: the old precedence, three zero bits after it (RFC 2474 §4.2.2).
for (let precedence = 1; precedence <= 7; precedence++) dscpNames.set(8 * precedence, `CS${precedence}`);
// Assured forwarding: class 1 to 4, drop precedence 1 to 3, AFxy = 8x + 2y (RFC 2597 §6).
for (let x = 1; x <= 4; x++) for (let y = 1; y <= 3; y++) dscpNames.set(8 * x + 2 * y, `AF${x}${y}`);

/** The name of a 6-bit DSCP: `EF`, `AF11`, `CS6`; without one, `unknown(n)`. */
export const dscpName = (dscp: number): string => dscpNames.get(dscp) ?? `unknown(${dscp})`;

/** The old precedence: the 3 left-most bits. */
export const precedenceOf = (tos: number): number => tos >>> 5;

/** The 6 left-most bits (RFC 2474 §3). */
export const dscpOf = (tos: number): number => tos >>> 2;

/** The 2 right-most bits (RFC 3168 §5). */
export const ecnOf = (tos: number): number => tos & 0b11;
