const arpOverEthernet = [0x08, 0x06, 0x00, 0x01, 0x08, 0x00, 6, 4]; // EtherType, puis les formats

export function arpReply(frame: Bytes, me: { ip: Ip; mac: Mac }): Bytes | null {
  const myMac = me.mac.split(":").map((part) => parseInt(part, 16));
  const myIp = me.ip.split(".").map(Number);
  const dst = frame.subarray(0, 6);
  const isForMe = same(dst, myMac) || same(dst, [255, 255, 255, 255, 255, 255]);
  if (!isForMe || !same(frame.subarray(12, 20), arpOverEthernet)) return null;
  if (!same(frame.subarray(20, 22), [0, 1])) return null; // une requête
  if (!same(frame.subarray(38, 42), myIp)) return null; // pour mon adresse

  const asker = frame.subarray(22, 32); // sa MAC, puis son IP
  const reply = new Uint8Array(60); // le reste, des zéros, est le bourrage
  reply.set(myMac, 6);
  reply.set(asker.subarray(0, 6), 0);
  reply.set(arpOverEthernet, 12);
  reply.set([0, 2], 20); // une réponse
  reply.set(myMac, 22);
  reply.set(myIp, 28);
  reply.set(asker, 32); // celui qui demandait devient la cible
  return reply;
}

function same(a: Bytes, b: number[]): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
