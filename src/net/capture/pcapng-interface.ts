/** What an Interface Description Block says (draft-ietf-opsawg-pcapng §4.2). */
export type CaptureInterface = {
  /** 1 Ethernet, 101 raw IP, 113 Linux cooked … */
  readonly linkType: number;
  /** Largest number of bytes kept of a frame; 0: no limit. */
  readonly snapLength: number;
  /** Units of its times in a second. */
  readonly ticksPerSecond: bigint;
  /** Seconds to add to its times. */
  readonly timeOffset: bigint;
};

type Reader = { readonly view: DataView; readonly littleEndian: boolean };

const option = { end: 0, timeResolution: 9, timeOffset: 14 } as const;

/** Reads the body of at least 8 bytes from `at` up to `end`. Options that do not fit are left out. */
export function interfaceOf({ view, littleEndian }: Reader, at: number, end: number): CaptureInterface {
  let ticksPerSecond = 1_000_000n;
  let timeOffset = 0n;
  for (let next = at + 8; next + 4 <= end;) {
    const code = view.getUint16(next, littleEndian);
    const length = view.getUint16(next + 2, littleEndian);
    const value = next + 4;
    if (code === option.end || value + length > end) break;
    if (code === option.timeResolution && length === 1) ticksPerSecond = resolution(view.getUint8(value));
    if (code === option.timeOffset && length === 8) timeOffset = view.getBigInt64(value, littleEndian);
    next = value + Math.ceil(length / 4) * 4;
  }
  return {
    linkType: view.getUint16(at, littleEndian),
    snapLength: view.getUint32(at + 4, littleEndian),
    ticksPerSecond,
    timeOffset,
  };
}

/** The top bit chooses the base, 2 or 10; the others are the negative exponent. */
const resolution = (byte: number): bigint => (byte >= 0x80 ? 2n : 10n) ** BigInt(byte & 0x7f);

/** A time of the interface in seconds and whole nanoseconds since 1970-01-01 UTC. */
export function timeOf({ ticksPerSecond, timeOffset }: CaptureInterface, ticks: bigint) {
  const seconds = Number(ticks / ticksPerSecond + timeOffset);
  const nanoseconds = Number(((ticks % ticksPerSecond) * 1_000_000_000n) / ticksPerSecond);
  return { seconds, nanoseconds };
}
