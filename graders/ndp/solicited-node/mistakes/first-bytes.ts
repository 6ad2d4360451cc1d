export function solicitedNode(ip: Bytes): { group: string; mac: Mac } {
  return {
    group: `ff02::1:ff${hex(ip[0])}:${(ip[1] * 256 + ip[2]).toString(16)}`,
    mac: `33:33:ff:${hex(ip[0])}:${hex(ip[1])}:${hex(ip[2])}`,
  };
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
