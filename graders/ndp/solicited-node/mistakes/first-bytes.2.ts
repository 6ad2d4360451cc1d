export function solicitedNode(ip: Bytes): { group: string; mac: Mac } {
  return {
    group: `ff02::1:ff${hex(ip[12])}:${(ip[13] * 256 + ip[14]).toString(16)}`,
    mac: `33:33:ff:${hex(ip[12])}:${hex(ip[13])}:${hex(ip[14])}`,
  };
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
