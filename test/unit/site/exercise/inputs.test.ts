import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ShapeFacts } from "../../../../src/site/exercise/facts.ts";
import { formatInput, parseInput } from "../../../../src/site/exercise/inputs.ts";

const bytes: ShapeFacts = { kind: "bytes", layout: null };
const uint16: ShapeFacts = { kind: "uint", bits: 16, base: 16 };
const value: ShapeFacts = { kind: "value" };

describe("what is typed by hand", () => {
  test.each([
    [bytes, "4500 0014", { $bytes: "45000014" }],
    [bytes, "45:00\n0x14", { $bytes: "450014" }],
    [bytes, "", { $bytes: "" }],
    [bytes, "AB", { $bytes: "ab" }],
    [uint16, "4583", 4583],
    [uint16, " 0x11E7 ", 0x11e7],
    [uint16, "65535", 65535],
    [value, '{"payload":"hex:45 00","ttl":64}', { payload: { $bytes: "4500" }, ttl: 64 }],
    [value, '["hex:"]', [{ $bytes: "" }]],
    [value, "null", null],
  ])("%j reads %j", (shape, text, expected) => {
    expect(parseInput(text, shape)).toEqual({ ok: true, value: expected });
  });

  test.each([
    [bytes, "45 zz", /« z »/],
    [bytes, "450", /3 chiffres/],
    [uint16, "65536", /16 bits/],
    [uint16, "-1", /entier/],
    [uint16, "1.5", /entier/],
    [uint16, "", /entier/],
    [value, "{ttl: 64}", /JSON/],
    [value, "", /JSON/],
    [value, '{"a":["hex:4"]}', /hex:4/],
  ])("%j refuses %j and says why", (shape, text, why) => {
    const read = parseInput(text, shape);
    expect(read.ok ? "" : read.why.replaceAll("\u202f", " ")).toMatch(why);
  });
});

describe("what is offered for editing reads back as it was", () => {
  test("bytes, in groups of two", () => {
    expect(formatInput({ $bytes: "4500001400" }, bytes)).toBe("4500 0014 00");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (array) => {
        const encoded = { $bytes: Buffer.from(array).toString("hex") };
        expect(parseInput(formatInput(encoded, bytes), bytes)).toEqual({ ok: true, value: encoded });
      }),
      { seed: 1 },
    );
  });

  test("numbers, in the shape's base", () => {
    expect(formatInput(0xe7, uint16)).toBe("0x00e7");
    expect(formatInput(64, { kind: "uint", bits: 8, base: 10 })).toBe("64");
  });

  test("values with bytes inside", () => {
    const inside = { payload: { $bytes: "45" }, list: [{ $bytes: "" }, null, "text", { deep: [true] }] };
    expect(parseInput(formatInput(inside, value), value)).toEqual({ ok: true, value: inside });
  });
});

test("a routing table is typed in with a row a line", () => {
  const row = { dest: "192.168.100.0/24", gateway: "192.168.100.1", iface: "eth0", metric: 100 };
  const table = [row, { ...row, gateway: null }];
  const text = formatInput(table, value);
  expect(text.split("\n").map((line) => line.slice(0, 10))).toEqual(["[", '  {"dest":', '  {"dest":', "]"]);
  expect(parseInput(text, value)).toEqual({ ok: true, value: table });
  const host = { routes: table, forwarding: true };
  expect(parseInput(formatInput(host, value), value)).toEqual({ ok: true, value: host });
});
