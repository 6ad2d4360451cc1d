const precedenceNames = [
  "Routine",
  "Priority",
  "Immediate",
  "Flash",
  "Flash Override",
  "CRITIC/ECP",
  "Internetwork Control",
  "Network Control",
];
const ecnNames = ["Non-ECT", "ECT(1)", "ECT(0)", "CE"];

export function describeTos(tos: number): {
  precedence: number;
  precedenceName: string;
  dscp: number;
  dscpName: string;
  ecn: string;
} {
  const precedence = tos >> 5; // les 3 bits de gauche
  const dscp = tos >> 2; // les 6 bits de gauche
  return {
    precedence,
    precedenceName: precedenceNames[precedence],
    dscp,
    dscpName: nameOf(dscp),
    ecn: ecnNames[tos & 0b11], // les 2 bits de droite
  };
}

function nameOf(dscp: number): string {
  if (dscp === 0) return "DF";
  if (dscp === 1) return "LE";
  if (dscp === 44) return "VOICE-ADMIT";
  if (dscp === 46) return "EF";
  const x = dscp >> 3; // l'ancienne priorité
  const rest = dscp & 0b111;
  if (rest === 0) return `CS${x}`;
  // AFxy vaut 8x + 2y, avec x de 1 à 4 : un nombre pair.
  if (x >= 1 && x <= 4 && dscp % 2 === 0) return `AF${x}${rest / 2}`;
  return `unknown(${dscp})`;
}
