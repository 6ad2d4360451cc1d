import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fields as texts } from "#course/feedback/fr/fields.ts";
import { fromHex } from "#net/bytes/hex.ts";
import { arpFrameLayout } from "#net/wire/arp-frame-layout.ts";
import { expectCovers } from "../layouts.ts";

type Vector = { hex: string; case: string; senderMac?: string; senderIp?: string; targetIp?: string };

const { vectors } = JSON.parse(
  readFileSync(new URL("../../../conformance/data/l2/arp.json", import.meta.url), "utf8"),
) as { vectors: Vector[] };
const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

describe("arpFrameLayout", () => {
  it("covers every frame, whole or cut, and has a French text for each field", () => {
    for (const { hex } of vectors) {
      const bytes = bytesOf(hex);
      for (const length of [bytes.length, 30, 13, 0]) expectCovers(arpFrameLayout, bytes.slice(0, length));
      for (const { name } of arpFrameLayout.fields(bytes))
        expect(texts).toHaveProperty([`arp-frame.${name}`]);
    }
  });

  it("reads the addresses of requests and replies as tshark does", () => {
    const ordinary = vectors.filter(({ case: kind }) => kind === "request" || kind === "reply");
    expect(ordinary.length).toBeGreaterThan(30);
    for (const { hex, senderMac, senderIp, targetIp } of ordinary) {
      const fields = new Map(arpFrameLayout.fields(bytesOf(hex)).map(({ name, value }) => [name, value]));
      expect(fields.get("Sender Hardware Address")).toBe(senderMac);
      expect(fields.get("Sender Protocol Address")).toBe(senderIp);
      expect(fields.get("Target Protocol Address")).toBe(targetIp);
    }
  });
});
