export function buildIPv4Header(h: IPv4Fields): Bytes {
  const dscp = h.dscp ?? 0;
  const ecn = h.ecn ?? 0;
  const options = h.options ?? new Uint8Array(0);
  const padded = Math.ceil(options.length / 4) * 4;
  const headerBytes = 20 + padded;
  const ihl = headerBytes / 4;
  const totalLength = headerBytes + h.payload.length;
  const header = new Uint8Array(headerBytes);

  header[0] = 0x40 | ihl;
  header[1] = (dscp << 2) | ecn;
  header[3] = totalLength;
  word(header, 4, h.identification);

  let flags = 0;
  if (h.df) flags |= 0x4000;
  if (h.mf) flags |= 0x2000;
  word(header, 6, flags | (h.fragmentOffset / 8));

  header[8] = h.ttl;
  header[9] = h.protocol;
  header.set(h.src.split(".").map(Number), 12);
  header.set(h.dst.split(".").map(Number), 16);
  header.set(options, 20);
  return header;
}

function word(header: Bytes, i: number, value: number) {
  header[i] = value >> 8;
  header[i + 1] = value & 0xff;
}
