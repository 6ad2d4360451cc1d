const PRECEDENCE = [
  "Routine",
  "Priority",
  "Immediate",
  "Flash",
  "Flash Override",
  "CRITIC/ECP",
  "Internetwork Control",
  "Network Control",
];
const ECN = ["Non-ECT", "ECT(1)", "ECT(0)", "CE"];

export function describeTos(tos: number) {
  const precedence = tos >> 5;
  const dscp = tos >> 2;
  const ecn = tos & 3;
  return {
    precedence,
    precedenceName: PRECEDENCE[precedence],
    dscp,
    dscpName: dscpName(dscp),
    ecn: ECN[ecn],
  };
}

function dscpName(dscp: number) {
  const names: Record<number, string> = { 0: "DF", 1: "LE", 44: "VOICE-ADMIT", 46: "EF" };
  for (let x = 1; x <= 7; x++) names[8 * x] = "CS" + x;
  for (let x = 0; x <= 7; x++) {
    for (let y = 1; y <= 3; y++) names[8 * x + 2 * y] ??= "AF" + x + y;
  }
  return names[dscp] ?? `unknown(${dscp})`;
}
