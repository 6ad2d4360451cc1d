import { fail, ok, type Result } from "../bytes/result.ts";

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

/** Lengths in bytes that these options must have. */
const lengths = new Map<number, number>([
  [option.timeResolution, 1],
  [option.timeOffset, 8],
]);

/** Reads the body of at least 8 bytes from `at` up to `end`. An option that does not fit, or is too long, is damage. */
export function interfaceOf(
  { view, littleEndian }: Reader,
  at: number,
  end: number,
): Result<CaptureInterface, "length"> {
  let ticksPerSecond = 1_000_000n;
  let timeOffset = 0n;
  for (let next = at + 8; next + 4 <= end;) {
    const code = view.getUint16(next, littleEndian);
    const length = view.getUint16(next + 2, littleEndian);
    const value = next + 4;
    if (code === option.end) break;
    if (value + length > end || length !== (lengths.get(code) ?? length))
      return fail("length", next + 2, "Option Length");
    if (code === option.timeResolution) ticksPerSecond = resolution(view.getUint8(value));
    if (code === option.timeOffset) timeOffset = view.getBigInt64(value, littleEndian);
    next = value + Math.ceil(length / 4) * 4;
  }
  const linkType = view.getUint16(at, littleEndian);
  return ok({ linkType, snapLength: view.getUint32(at + 4, littleEndian), ticksPerSecond, timeOffset });
}

/** The top bit chooses the base, 2 or 10; the others are the negative exponent. */
const resolution = (byte: number): bigint => (byte >= 0x80 ? 2n : 10n) ** BigInt(byte & 0x7f);

/** A time of the interface in seconds and whole nanoseconds since 1970-01-01 UTC. */
export function timeOf({ ticksPerSecond, timeOffset }: CaptureInterface, ticks: bigint) {
  const seconds = Number(ticks / ticksPerSecond + timeOffset);
  const nanoseconds = Number(((ticks % ticksPerSecond) * 1_000_000_000n) / ticksPerSecond);
  return { seconds, nanoseconds };
}
