export function solicitedNode(ip: Bytes): { group: string; mac: Mac } {
  return {
    group: `ff02::1:ff${hex(ip[13])}:${(ip[14] * 256 + ip[15]).toString(16)}`,
    mac: `01:00:5e:${hex(ip[13] & 0x7f)}:${hex(ip[14])}:${hex(ip[15])}`,
  };
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
