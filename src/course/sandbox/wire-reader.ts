import { Foreign, foreignKinds } from "../exercise/candidate.ts";
import { tags } from "./guest-values.ts";
import { wire } from "./wire-writer.ts";

/**
 * The engine's binary format back to host values; the inverse of `wire-writer.ts`. `items` reads the outermost
 * array as it stands; below it, arrays are the trees of `guest-values.ts`. What no guest of ours writes is `other`.
 */
export function decodeItems(bytes: Uint8Array): unknown[] {
  const reader = new Reader(bytes);
  reader.skipHeader();
  return reader.items();
}

const hole = Symbol("hole");

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  skipHeader(): void {
    this.u8(); // version
    this.leb(); // number of property names: none, all objects are trees
  }

  items(): unknown[] {
    if (this.u8() !== wire.array) return [];
    const length = this.leb();
    return this.values(length);
  }

  values(length: number): unknown[] {
    const out: unknown[] = [];
    for (let i = 0; i < length; i++) out.push(this.value());
    return out;
  }

  pairs(length: number): [unknown, unknown][] {
    const out: [unknown, unknown][] = [];
    for (let i = 0; i < length; i += 2) out.push([this.value(), this.value()]);
    return out;
  }

  u8(): number {
    return this.#view.getUint8(this.#at++);
  }

  leb(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.u8();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  take(length: number): Uint8Array {
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  int(): number {
    const zigzag = this.leb();
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  value(): unknown {
    switch (this.u8()) {
      case wire.null:
        return null;
      case wire.undefined:
        return undefined;
      case wire.false:
        return false;
      case wire.true:
        return true;
      case wire.int32:
        return this.int();
      case wire.float64:
        this.#at += 8;
        return this.#view.getFloat64(this.#at - 8, true);
      case wire.string:
        return this.string();
      case wire.bigint:
        return this.bigint();
      case wire.typedArray:
        return this.typedArray();
      case wire.array:
        return this.tree();
      default:
        throw new Error("bytes that no sandbox wrote");
    }
  }

  string(): string {
    const head = this.leb();
    const length = Math.floor(head / 2);
    const wide = head % 2 === 1;
    const at = this.#at;
    this.#at += length * (wide ? 2 : 1);
    let text = "";
    for (let i = 0; i < length; i++)
      text += String.fromCharCode(
        wide ? this.#view.getUint16(at + 2 * i, true) : this.#view.getUint8(at + i),
      );
    return text;
  }

  bigint(): bigint {
    const bytes = this.take(this.leb());
    let hex = "";
    for (const byte of bytes) hex = byte.toString(16).padStart(2, "0") + hex;
    return BigInt.asIntN(8 * bytes.length, BigInt(`0x${hex || "0"}`));
  }

  /** The bytes that the view shows; none when its buffer was detached. */
  typedArray(): Uint8Array {
    this.u8();
    const length = this.leb();
    const offset = this.leb();
    this.u8();
    const bufferLength = this.leb();
    this.leb();
    return this.take(bufferLength).slice(offset, offset + length);
  }

  tree(): unknown {
    const length = this.leb() - 1;
    this.u8();
    switch (this.int()) {
      case tags.array:
        return this.array(length);
      case tags.object:
        return Object.fromEntries(this.pairs(length) as [string, unknown][]);
      case tags.map:
        return new Map(this.pairs(length));
      case tags.set:
        return new Set(this.values(length));
      case tags.hole:
        return hole;
      default: {
        const what = this.value();
        return new Foreign(foreignKinds.find((kind) => kind === what) ?? "other");
      }
    }
  }

  array(length: number): unknown[] {
    const out: unknown[] = [];
    out.length = length;
    for (let i = 0; i < length; i++) {
      const item = this.value();
      if (item !== hole) out[i] = item;
    }
    return out;
  }
}
