import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fromHex } from "#net/bytes/hex.ts";
import { ipv6ChainLayout } from "#net/wire/ipv6-chain-layout.ts";
import { expectCovers } from "../layouts.ts";

type Vector = {
  hex: string;
  case: string;
  chain?: { type: number; offset: number; length: number }[];
  upperLayer?: { offset: number };
};

const { vectors } = JSON.parse(
  readFileSync(new URL("../../../conformance/data/ipv6/extension-chains.json", import.meta.url), "utf8"),
) as { vectors: Vector[] };
const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

describe("ipv6ChainLayout", () => {
  it("covers every packet, whole or cut, good or bad", () => {
    for (const { hex } of vectors) {
      const bytes = bytesOf(hex);
      for (const length of [bytes.length, bytes.length >>> 1, 41, 0])
        expectCovers(ipv6ChainLayout, bytes.slice(0, length));
    }
  });

  it("begins each header and the upper layer where tshark does", () => {
    for (const { hex, case: kind, chain = [], upperLayer } of vectors) {
      if (kind !== "ok") continue;
      const fields = ipv6ChainLayout.fields(bytesOf(hex));
      const starts = fields.filter(({ name, bit }) => name === "Next Header" && bit >= 320);
      expect(starts.map(({ bit }) => bit / 8)).toEqual(chain.map(({ offset }) => offset));
      const payload = fields.find(({ name }) => name === "Payload");
      if (payload !== undefined) expect(payload.bit / 8).toBe(upperLayer?.offset);
    }
  });
});
