export function icmpErrorFor(packet: Bytes, cause: IcmpCause, ctx: { linkBroadcast: boolean }): Bytes | null {
  const header = new DataView(packet.buffer, packet.byteOffset);
  const headerBytes = (packet[0] & 15) * 4;
  if (!mayAnswer(packet, headerBytes, header.getUint16(6), ctx.linkBroadcast)) return null;

  // L'en-tête IP entier et 8 octets de données, sans déborder du paquet.
  const quote = packet.subarray(0, Math.min(20 + 8, header.getUint16(2)));
  const message = new Uint8Array(8 + quote.length);
  const view = new DataView(message.buffer);
  message.set(heads[cause.kind]);
  message.set(quote, 8);
  if ("mtu" in cause) view.setUint16(6, cause.mtu);
  view.setUint16(2, checksum(message));
  return message;
}

const heads = {
  "ttl-exceeded": [11, 0],
  "net-unreachable": [3, 0],
  "host-unreachable": [3, 1],
  "port-unreachable": [3, 3],
  "fragmentation-needed": [3, 4],
};

function mayAnswer(packet: Bytes, headerBytes: number, flags: number, linkBroadcast: boolean): boolean {
  if (linkBroadcast || (flags & 0x1fff) !== 0) return false;
  const [source, destination] = [packet[12], packet[16]];
  if (destination >= 224) return false; // groupe ou diffusion
  if (source === 0 || source === 127 || source >= 224) return false; // pas une machine
  const isIcmp = packet[9] === 1;
  return !(isIcmp && [3, 4, 5, 11, 12].includes(packet[20]));
}

function checksum(bytes: Bytes): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 2) sum += bytes[i] * 256 + (bytes[i + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return 0xffff - sum;
}
