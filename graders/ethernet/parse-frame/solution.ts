export function parseEthernet(frame: Bytes): EthernetFrame | Fail<"truncated"> {
  if (frame.length < 14) return { error: "truncated" };
  const dst = toMac(frame.subarray(0, 6)); // la destination vient d'abord
  const src = toMac(frame.subarray(6, 12));

  let vlan: number | null = null;
  let at = 12; // où se lit le type
  let type = readWord(frame, at);
  if (type === 0x8100) {
    if (frame.length < 18) return { error: "truncated" };
    vlan = readWord(frame, 14) & 0xfff; // sans la priorité ni DEI
    at = 16;
    type = readWord(frame, at);
  }

  const isLength = type < 0x600;
  const start = at + 2;
  return {
    dst,
    src,
    cast: castOf(dst, frame[0]),
    srcValid: (frame[6] & 1) === 0 && src !== "00:00:00:00:00:00",
    vlan,
    etherType: isLength ? null : type,
    payload: isLength ? frame.subarray(start, start + type) : frame.subarray(start),
  };
}

function castOf(dst: Mac, firstByte: number): EthernetFrame["cast"] {
  if (dst === "ff:ff:ff:ff:ff:ff") return "broadcast";
  return (firstByte & 1) === 1 ? "multicast" : "unicast"; // le bit I/G
}

function readWord(bytes: Bytes, at: number): number {
  return bytes[at] * 256 + bytes[at + 1];
}

function toMac(bytes: Bytes): Mac {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(":");
}
