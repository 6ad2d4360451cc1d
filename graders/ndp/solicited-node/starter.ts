/**
 * Rend le groupe auquel se pose la question NDP « qui a cette adresse ? »,
 * et l'adresse MAC vers laquelle part la trame.
 */
export function solicitedNode(ip: Bytes): { group: string; mac: Mac } {
  // À vous : quels octets de l'adresse entrent dans le groupe ?
  return { group: `ff02::1:ff00:${ip[15]}`, mac: "33:33:00:00:00:01" };
}
