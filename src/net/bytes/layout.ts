/**
 * Where the fields of a message lie: what the header diagram draws and what a byte difference is named after.
 * A layout is computed from the bytes, because options and payload depend on them; it never throws, and it covers
 * what is there of a cut message.
 */
export type Layout = {
  /** Stable name, e.g. `ipv4`; French names and explanations hang on `${layout}.${field.name}`. */
  readonly name: string;
  fields(bytes: Uint8Array): readonly Field[];
};

/** The eight meanings that a field can have; each has one colour, the same in every header of every protocol. */
export type FieldGroup =
  "address" | "length" | "order" | "control" | "lifetime" | "type" | "checksum" | "data";

export type Field = {
  /** The RFC's name: `Total Length`, `Time to Live`, `MF`. */
  readonly name: string;
  readonly group: FieldGroup;
  /** First bit, counted from the start of the message; bit 0 is the most significant bit of byte 0 (as RFCs draw). */
  readonly bit: number;
  /** Width in bits. */
  readonly bits: number;
  /** The value as people write it: `192.168.100.72`, `64`, `0x11e7`, `1480 (185 × 8)`; absent for plain bytes. */
  readonly value?: string;
  /** Where the field is defined, e.g. `RFC 791 §3.1`. */
  readonly rfc: string;
};
