export function solicitedNode(ip: Bytes): { group: string; mac: Mac } {
  return {
    group: `ff02:0000:0000:0000:0000:0001:ff${hex(ip[13])}:${hex(ip[14])}${hex(ip[15])}`,
    mac: `33:33:ff:${hex(ip[13])}:${hex(ip[14])}:${hex(ip[15])}`,
  };
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
