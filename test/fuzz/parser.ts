/** What the seeds of a parser are: bytes that begin where its header begins in a real frame, or a text's bytes. */
export type Layer =
  | "ethernet"
  | "arp"
  | "ipv4"
  | "ipv4-options"
  | "ipv6"
  | "ipv6-options"
  | "icmpv4"
  | "icmpv6"
  | "ndp-options"
  | "udp"
  | "tcp"
  | "tcp-options"
  | "dns"
  | "dhcp"
  | "vxlan"
  | "capture-file"
  | "pcapng-file"
  | "text";

export type FuzzedParser = {
  /** The name of the function under test. */
  readonly name: string;
  readonly layer: Layer;
  readonly parse: (bytes: Uint8Array) => unknown;
  /** What it may give for a byte of input, in the units of `sizeOf`; 64 if not said. */
  readonly growth?: number;
};

/** Roughly the bytes that a value holds: so that two runs of one input weigh the same. */
export function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (value instanceof Uint8Array) return value.length;
  if (typeof value !== "object" || value === null) return 8;
  return Object.values(value).reduce((sum: number, part: unknown) => sum + sizeOf(part), 8);
}

/** Why this input shows a fault of the parser, or null. That it ends is not seen here: see `fuzz`. */
export function faultOf({ parse, growth = 64 }: FuzzedParser, input: Uint8Array): string | null {
  const bytes = input.slice();
  let value: unknown;
  try {
    value = parse(bytes);
  } catch (error) {
    return `throws ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
  }
  const size = sizeOf(value);
  if (size > 1024 + growth * input.length) return `grows: ${input.length} bytes give ${size}`;
  return Buffer.compare(bytes, input) === 0 ? null : "changes its input";
}
