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
  word(header, 2, totalLength);
  word(header, 4, h.identification);

  word(header, 6, h.fragmentOffset / 8);
  header[6] = (h.df ? 0x40 : 0) | (h.mf ? 0x20 : 0);

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
