export function solicitedNode(ip: Bytes): { group: string; mac: Mac } {
  return {
    group: `ff02::1:ff${ip[13]}:${ip[14] * 256 + ip[15]}`,
    mac: `33:33:ff:${ip[13]}:${ip[14]}:${ip[15]}`,
  };
}
