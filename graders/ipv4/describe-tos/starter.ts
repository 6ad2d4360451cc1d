/**
 * Décrit le deuxième octet de l'en-tête IPv4 : l'ancienne priorité
 * (precedence), le DSCP et l'ECN, avec leurs noms.
 */
export function describeTos(tos: number): {
  precedence: number;
  precedenceName: string;
  dscp: number;
  dscpName: string;
  ecn: string;
} {
  // À vous : trois lectures du même octet.
  return {
    precedence: tos,
    precedenceName: "",
    dscp: 0,
    dscpName: "",
    ecn: "",
  };
}
