export function solicitedNode(ip: Bytes): { group: string; mac: Mac } {
  return {
    group: `ff05::1:ff${hex(ip[13])}:${(ip[14] * 256 + ip[15]).toString(16)}`,
    mac: `33:33:ff:${hex(ip[13])}:${hex(ip[14])}:${hex(ip[15])}`,
  };
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
