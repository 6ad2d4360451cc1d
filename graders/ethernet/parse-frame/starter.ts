/**
 * Lit une trame Ethernet telle qu'une capture la montre, sans préambule ni FCS.
 */
export function parseEthernet(frame: Bytes): EthernetFrame | Fail<"truncated"> {
  // À vous : deux adresses de 6 octets, puis le type.
  if (frame.length < 14) return { error: "truncated" };
  return {
    dst: "",
    src: "",
    cast: "unicast",
    srcValid: true,
    vlan: null,
    etherType: frame[12],
    payload: frame.subarray(14),
  };
}
