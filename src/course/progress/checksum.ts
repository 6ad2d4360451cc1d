/** CRC-32 (IEEE 802.3, reflected) of the UTF-8 bytes of a text, as eight hex digits: notices damage, not forgery. */
export function crc32(text: string): string {
  let crc = 0xffff_ffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  }
  return ((crc ^ 0xffff_ffff) >>> 0).toString(16).padStart(8, "0");
}
