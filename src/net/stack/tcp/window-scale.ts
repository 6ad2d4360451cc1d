/** The Window field has 16 bits (RFC 9293 §3.1). */
const widestField = 0xffff;

/** RFC 7323 §2.3: so that the window stays below 2^30. */
export const largestShift = 14;

/** The shift count that is in force: more than 14 counts as 14 (RFC 7323 §2.3). */
export const shiftInForce = (offered: number): number => Math.min(offered, largestShift);

/** Bytes that a Window field means; the window of a SYN is never scaled (RFC 7323 §2.2). */
export const windowOfField = (field: number, shift: number): number => field * 2 ** shift;

/** The field that announces a window of so many bytes, or the next smaller one that can be announced. */
export const fieldOfWindow = (bytes: number, shift: number): number =>
  Math.min(widestField, Math.floor(bytes / 2 ** shift));

/** The largest window that can be announced with a shift count, in bytes. */
export const largestWindow = (shift: number): number => windowOfField(widestField, shift);

/** The smallest shift count by which a window of so many bytes can be announced; 14 where none is enough. */
export function shiftFor(bytes: number): number {
  let shift = 0;
  while (shift < largestShift && largestWindow(shift) < bytes) shift++;
  return shift;
}

/**
 * The window that keeps a path full (bandwidth-delay product): whole bytes, the shift count that announces them, and
 * the rate that the largest such window allows, in whole bits per second. `rtt` in ms, above 0.
 */
export function windowFor(bitsPerSecond: number, rtt: number) {
  const bytes = Math.ceil((bitsPerSecond * rtt) / 8000);
  const shift = shiftFor(bytes);
  return { bytes, shift, maxBitsPerSecond: Math.floor((largestWindow(shift) * 8000) / rtt) };
}
