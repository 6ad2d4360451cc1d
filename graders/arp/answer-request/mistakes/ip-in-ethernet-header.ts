export function arpReply(frame: Bytes, me: { ip: Ip; mac: Mac }): Bytes | null {
  const mac = macBytes(me.mac);
  const ip = ipBytes(me.ip);
  if (frame.length < 42) return null;
  const dst = frame.subarray(0, 6);
  if (!same(dst, mac) && !dst.every((byte) => byte === 0xff)) return null;
  const format = [0x08, 0x06, 0, 1, 0x08, 0x00, 6, 4]; // EtherType, puis les formats d'ARP
  if (!same(frame.subarray(12, 20), format)) return null;
  if (frame[20] !== 0 || frame[21] !== 1) return null;
  if (!same(frame.subarray(38, 42), ip)) return null;
  const reply = new Uint8Array(60);
  reply.set(frame.subarray(28, 32), 0);
  reply.set(ip, 6);
  reply.set(frame.subarray(12, 20), 12);
  reply[21] = 2;
  reply.set(mac, 22);
  reply.set(ip, 28);
  reply.set(frame.subarray(22, 28), 32);
  reply.set(frame.subarray(28, 32), 38);
  return reply;
}

function macBytes(mac: Mac): number[] {
  return mac.split(":").map((part) => parseInt(part, 16));
}

function ipBytes(ip: Ip): number[] {
  return ip.split(".").map(Number);
}

function same(a: Bytes, b: ArrayLike<number>): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
