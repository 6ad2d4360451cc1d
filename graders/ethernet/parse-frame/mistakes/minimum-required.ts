export function parseEthernet(frame: Bytes): EthernetFrame | Fail<"truncated"> {
  if (frame.length < 60) return { error: "truncated" };
  const dst = toMac(frame.subarray(0, 6));
  const src = toMac(frame.subarray(6, 12));
  let type = frame[12] * 256 + frame[13];
  let at = 12;
  let vlan: number | null = null;
  if (type === 0x8100) {
    if (frame.length < 18) return { error: "truncated" };
    vlan = (frame[14] * 256 + frame[15]) & 0xfff;
    at = 16;
    type = frame[16] * 256 + frame[17];
  }
  const payload = frame.subarray(at + 2);
  const common = {
    dst,
    src,
    cast: (dst === "ff:ff:ff:ff:ff:ff"
      ? "broadcast"
      : frame[0] & 1
        ? "multicast"
        : "unicast") as EthernetFrame["cast"],
    srcValid: (frame[6] & 1) === 0 && src !== "00:00:00:00:00:00",
    vlan,
  };
  if (type < 0x600) return { ...common, etherType: null, payload: payload.subarray(0, type) };
  return { ...common, etherType: type, payload };
}

function toMac(bytes: Bytes): Mac {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(":");
}
