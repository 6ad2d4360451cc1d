/**
 * Découpe la zone d'options d'un en-tête IPv4 (de 0 à 40 octets).
 * Rend la liste des options, dans l'ordre, ou { error: "length" }.
 */
export function parseIpOptions(options: Bytes): IpOption[] | Fail<"length"> {
  const list: IpOption[] = [];
  // À vous : avancez d'option en option jusqu'à EOOL ou jusqu'à la fin de
  // options.
  return list;
}
