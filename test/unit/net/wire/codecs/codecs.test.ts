import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { constantFrom, integer, property, tuple, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "../../holds.ts";
import type { Codec } from "./codec.ts";
import { extensionCodecs } from "./extensions.ts";
import { internetCodecs } from "./internet.ts";
import { linkCodecs } from "./link.ts";
import { serviceCodecs } from "./services.ts";
import { transportCodecs } from "./transport.ts";

const codecs: readonly Codec[] = [
  ...linkCodecs,
  ...internetCodecs,
  ...extensionCodecs,
  ...transportCodecs,
  ...serviceCodecs,
];
const rows = codecs.map((codec) => [codec.emitter, codec] as const);

/** The same bytes with one bit turned. */
function turned(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[bit >>> 3] = (copy[bit >>> 3] ?? 0) ^ (0x80 >>> (bit & 7));
  return copy;
}

test("every function of src/net/wire that writes bytes is in the table", async () => {
  const wire = fileURLToPath(new URL("../../../../../src/net/wire", import.meta.url));
  const modules = await Promise.all(
    readdirSync(wire).map((file) => import(`${wire}/${file}`) as Promise<object>),
  );
  const writers = modules
    .flatMap((module) => Object.keys(module))
    .filter((name) => /^(emit|encode|append)[A-Z]/.test(name));
  expect(writers.toSorted()).toEqual(codecs.map(({ emitter }) => emitter).toSorted());
});

describe.each(rows)("%s", (_, { parse, again, written, refusals }) => {
  test("what it writes is read as it was meant, and written again byte for byte", () => {
    holds(
      property(written, ({ value, bytes }) => {
        expect(parse(bytes)).toMatchObject({ ok: true, value });
        expect(again(bytes)).toEqual({ ok: true, value: bytes });
      }),
    );
  });

  test("no bytes make the reader throw; a fault has its place in them", () => {
    const within = (bytes: Uint8Array): void => {
      const read = parse(bytes);
      if (!read.ok) expect(read.error.offset).toBeLessThanOrEqual(bytes.length + 40);
      again(bytes);
    };
    holds(property(uint8Array({ maxLength: 300 }), within), 500);
    const damaged = tuple(written, integer({ min: 0, max: 2 ** 16 }), constantFrom("cut", "turn"));
    holds(
      property(damaged, ([{ bytes }, place, how]) => {
        if (bytes.length === 0) return;
        within(
          how === "cut" ? bytes.subarray(0, place % bytes.length) : turned(bytes, place % (8 * bytes.length)),
        );
      }),
      500,
    );
  });

  test("what the wire cannot carry is refused, and the field named", () => {
    const [good, ...bad] = refusals;
    expect(good?.[1].ok).toBe(true);
    for (const [field, attempt] of bad) {
      expect(attempt, field).toMatchObject({ ok: false, error: { code: "out-of-range", field } });
    }
  });
});

const checked = codecs.flatMap(({ emitter, written, check }) =>
  check === undefined ? [] : [[emitter, written, check] as const],
);

test.each(checked)("the check of %s notices every single bit that turns", (_, written, check) => {
  holds(
    property(written, ({ bytes }) => {
      expect(check.holds(bytes)).toBe(true);
      const bits = Array.from({ length: 8 * check.covers(bytes) }, (_, bit) => bit);
      expect(bits.filter((bit) => check.holds(turned(bytes, bit)))).toEqual([]);
    }),
    60,
  );
});

test("the protocols that promise to notice damage are checked", () => {
  expect(checked.map(([emitter]) => emitter)).toEqual([
    "appendFcs",
    "emitIpv4",
    "emitIcmpv4",
    "emitIcmpv6",
    "emitUdp",
    "emitTcp",
  ]);
});
