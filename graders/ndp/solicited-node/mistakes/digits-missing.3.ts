export function solicitedNode(ip: Bytes): { group: string; mac: Mac } {
  return {
    group: `ff02::1:ff${hex(ip[13])}:${(ip[14] * 256 + ip[15]).toString(16)}`,
    mac: `33:33:ff:${ip[13].toString(16)}:${ip[14].toString(16)}:${ip[15].toString(16)}`,
  };
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
