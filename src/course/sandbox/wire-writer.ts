import { tags } from "./guest-values.ts";

/**
 * Host values to the engine's own binary format (what QuickJS calls bjson), which the engine reads natively.
 * Containers are trees as in `guest-values.ts`; bytes become a Uint8Array that lies inside a larger, dirty buffer.
 * Integers are LEB128, floats little-endian.
 */
export const wire = {
  version: 5,
  null: 1,
  undefined: 2,
  false: 3,
  true: 4,
  int32: 5,
  float64: 6,
  string: 7,
  array: 9,
  bigint: 10,
  typedArray: 14,
  arrayBuffer: 15,
  /** The engine's number for Uint8Array among typed arrays. */
  uint8: 2,
  notResizable: 0xffff_ffff,
} as const;

/** Every input byte string starts at this offset of its buffer: an Ethernet header's length. */
const dirtyBefore = 14;
const dirtyAfter = 10;

export type Encoded = {
  readonly bytes: Uint8Array;
  /** False: primitives and byte strings only, which need no unpacking. */
  readonly hasTrees: boolean;
};

/** Encodes an argument list. Functions, symbols and other foreign things have no place in a case: TypeError. */
export function encodeArguments(args: readonly unknown[]): Encoded {
  const hasTrees = args.some(isContainer);
  const writer = new Writer();
  writer.u8(wire.version);
  writer.leb(0); // no property names
  writer.u8(wire.array);
  writer.leb(hasTrees ? args.length + 1 : args.length);
  if (hasTrees) writer.int(tags.array);
  for (const value of args) writer.value(value);
  return { bytes: writer.finish(), hasTrees };
}

const isContainer = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !(value instanceof Uint8Array);

class Writer {
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(more: number): number {
    const at = this.#length;
    this.#length += more;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return at;
  }

  u8(value: number): void {
    this.#view.setUint8(this.#reserve(1), value);
  }

  leb(value: number): void {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.u8((rest & 0x7f) | 0x80);
    this.u8(rest);
  }

  int(value: number): void {
    this.u8(wire.int32);
    this.leb(((value << 1) ^ (value >> 31)) >>> 0); // zigzag: the sign in the lowest bit
  }

  value(value: unknown): void {
    switch (typeof value) {
      case "number":
        return this.number(value);
      case "string":
        return this.string(value);
      case "boolean":
        return this.u8(value ? wire.true : wire.false);
      case "bigint":
        return this.bigint(value);
      case "undefined":
        return this.u8(wire.undefined);
      case "object":
        return value === null ? this.u8(wire.null) : this.object(value);
      case "function":
      case "symbol":
        throw new TypeError(`a ${typeof value} cannot be an argument`);
    }
  }

  number(value: number): void {
    if (Object.is(value | 0, value)) return this.int(value);
    this.u8(wire.float64);
    const at = this.#reserve(8);
    this.#view.setFloat64(at, value, true);
  }

  string(value: string): void {
    this.u8(wire.string);
    const wide = /[^\0-\xff]/.test(value);
    this.leb(value.length * 2 + (wide ? 1 : 0));
    const at = this.#reserve(value.length * (wide ? 2 : 1));
    for (let i = 0; i < value.length; i++) {
      if (wide) this.#view.setUint16(at + 2 * i, value.charCodeAt(i), true);
      else this.#view.setUint8(at + i, value.charCodeAt(i));
    }
  }

  /** Two's complement, little-endian, as few bytes as hold the sign. */
  bigint(value: bigint): void {
    this.u8(wire.bigint);
    const bytes: number[] = [];
    let rest = value;
    if (value !== 0n)
      do {
        bytes.push(Number(BigInt.asUintN(8, rest)));
        rest >>= 8n;
      } while (rest !== ((bytes.at(-1) ?? 0) >= 0x80 ? -1n : 0n));
    this.leb(bytes.length);
    for (const byte of bytes) this.u8(byte);
  }

  bytes(value: Uint8Array): void {
    const buffer = dirtyBefore + value.length + dirtyAfter;
    this.u8(wire.typedArray);
    this.u8(wire.uint8);
    this.leb(value.length);
    this.leb(dirtyBefore);
    this.u8(wire.arrayBuffer);
    this.leb(buffer);
    this.leb(wire.notResizable);
    const at = this.#reserve(buffer);
    for (let i = 0; i < buffer; i++) this.#bytes[at + i] = (0xa5 + 0x3b * i) & 0xff;
    this.#bytes.set(value, at + dirtyBefore);
  }

  object(value: object): void {
    if (value instanceof Uint8Array) return this.bytes(value);
    if (Array.isArray(value)) {
      this.tree(tags.array, value.length);
      for (let i = 0; i < value.length; i++)
        if (i in value) this.value(value[i]);
        else this.tree(tags.hole, 0);
      return;
    }
    if (value instanceof Map) {
      this.tree(tags.map, 2 * value.size);
      for (const entry of value) for (const part of entry) this.value(part);
      return;
    }
    if (value instanceof Set) {
      this.tree(tags.set, value.size);
      for (const item of value) this.value(item);
      return;
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null)
      throw new TypeError("only plain data can be an argument");
    const entries = Object.entries(value);
    this.tree(tags.object, 2 * entries.length);
    for (const entry of entries) for (const part of entry) this.value(part);
  }

  tree(tag: number, length: number): void {
    this.u8(wire.array);
    this.leb(length + 1);
    this.int(tag);
  }
}
