import type { Flow, NatEntry } from "./nat-entry.ts";

/** Ports of one kind stay among themselves: servers trust the low ones (RFC 4787 §4.2.2, with Linux's finer cut). */
const classes: readonly (readonly [number, number])[] = [
  [1, 511],
  [512, 1023],
  [1024, 65_535],
];

/**
 * An outside port for a new flow, or null when all are taken. Taken is a port that another dialogue with the same
 * remote end has: protocol and the two ends name a dialogue (RFC 9293 §3.4.1), so one port serves many destinations.
 * Without a `range` the flow's own port comes first, then the others of its class; `draw`, any integer, is where the
 * search begins.
 */
export function allocatePort(
  range: readonly [number, number] | null,
  entries: readonly NatEntry[],
  { protocol, sourcePort, destination, destinationPort }: Flow,
  draw: number,
): number | null {
  const taken = new Set(
    entries
      .filter(
        (entry) =>
          entry.protocol === protocol && entry.remote === destination && entry.remotePort === destinationPort,
      )
      .map(({ outsidePort }) => outsidePort),
  );
  const [lowest, highest] = range ?? classOf(sourcePort);
  if (range === null && !taken.has(sourcePort)) return sourcePort;
  const size = highest - lowest + 1;
  for (let i = 0; i < size; i++) {
    const port = lowest + ((((draw + i) % size) + size) % size);
    if (!taken.has(port)) return port;
  }
  return null;
}

const classOf = (port: number): readonly [number, number] =>
  classes.find(([lowest, highest]) => port >= lowest && port <= highest) ?? [1024, 65_535];
