export function arpReply(frame: Bytes, me: { ip: Ip; mac: Mac }): Bytes | null {
  const mac = macBytes(me.mac);
  const ip = ipBytes(me.ip);
  const dst = frame.subarray(0, 6);
  if (!same(dst, mac) && !dst.every((byte) => byte === 0xff)) return null;
  const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
  if (view.getUint16(12) !== 0x0806 || view.getUint16(14) !== 1 || view.getUint16(16) !== 0x0800) return null;
  if (view.getUint16(18) !== 0x0604) return null;
  if (view.getUint16(20) !== 1) return null;
  if (!ip.every((byte, i) => view.getUint8(38 + i) === byte)) return null;
  const reply = new Uint8Array(60);
  reply.set(frame.subarray(22, 28), 0);
  reply.set(mac, 6);
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
