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
  /** Valid until the writer is used again. */
  readonly bytes: Uint8Array;
  /** False: primitives and byte strings only, which need no unpacking. */
  readonly hasTrees: boolean;
};

const isContainer = (value: unknown): boolean =>
  typeof value === "function" ||
  (typeof value === "object" && value !== null && !(value instanceof Uint8Array));

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** Writes one argument list after the other into the same room. */
export class Writer {
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /**
   * Encodes an argument list, in which a function is written as its place. Functions elsewhere, symbols and
   * instances of classes have no place in a case: TypeError.
   */
  list(args: readonly unknown[]): Encoded {
    const hasTrees = args.some(isContainer);
    this.#start();
    if (hasTrees) this.tree(tags.array, args.length);
    else {
      this.u8(wire.array);
      this.leb(args.length);
    }
    for (const [place, value] of args.entries())
      if (typeof value === "function") this.callable(place);
      else this.value(value);
    return this.#encoded(hasTrees);
  }

  /** Encodes one value alone. */
  one(value: unknown): Encoded {
    this.#start();
    this.value(value);
    return this.#encoded(isContainer(value));
  }

  #start(): void {
    this.#length = 0;
    this.u8(wire.version);
    this.leb(0); // no property names
  }

  #encoded(hasTrees: boolean): Encoded {
    return { bytes: this.#bytes.subarray(0, this.#length), hasTrees };
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
    const at = this.#reserve(1);
    this.#bytes[at] = value;
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
    if (typeof value === "number") this.number(value);
    else if (typeof value === "string") this.string(value);
    else if (typeof value === "bigint") this.bigint(value);
    else if (typeof value === "object" && value !== null) this.object(value);
    else if (value === null) this.u8(wire.null);
    else if (value === undefined) this.u8(wire.undefined);
    else if (value === true) this.u8(wire.true);
    else if (value === false) this.u8(wire.false);
    else throw new TypeError(`a ${typeof value} cannot be an argument`);
  }

  number(value: number): void {
    if (Object.is(value | 0, value)) this.int(value);
    else {
      this.u8(wire.float64);
      const at = this.#reserve(8);
      this.#view.setFloat64(at, value, true);
    }
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
    if (value instanceof Uint8Array) this.bytes(value);
    else if (Array.isArray(value)) this.array(value);
    else if (value instanceof Map) this.entries(tags.map, [...value].flat(1));
    else if (value instanceof Set) this.entries(tags.set, [...value]);
    else if (isPlain(value)) this.entries(tags.object, Object.entries(value).flat(1));
    else throw new TypeError("only plain data can be an argument");
  }

  entries(tag: number, parts: readonly unknown[]): void {
    this.tree(tag, parts.length);
    for (const part of parts) this.value(part);
  }

  array(value: readonly unknown[]): void {
    this.tree(tags.array, value.length);
    for (let i = 0; i < value.length; i++)
      if (i in value) this.value(value[i]);
      else this.tree(tags.hole, 0);
  }

  callable(place: number): void {
    this.tree(tags.callable, 1);
    this.int(place);
  }

  tree(tag: number, length: number): void {
    this.u8(wire.array);
    this.leb(length + 1);
    this.int(tag);
  }
}
