import {
  array,
  constantFrom,
  integer,
  oneof,
  property,
  record,
  string,
  uint8Array,
  type Arbitrary,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { toHex } from "#net/bytes/hex.ts";
import { emitDns } from "#net/wire/dns-emit.ts";
import { decodeName, encodeName, nameLabels } from "#net/wire/dns-name.ts";
import { dnsType, formatRecordData, type RecordData } from "#net/wire/dns-rdata.ts";
import { dnsFlag, ednsOf, parseDns, type DnsMessage, type DnsRecord } from "#net/wire/dns.ts";
import { holds } from "../holds.ts";
import { bytes, valueOf } from "../vectors.ts";

/** Inventory E7. */
const query = "1234 0100 0001 0000 0000 0000 0377 7777 0765 7861 6d70 6c65 0363 6f6d 0000 0100 01";
const answer =
  "1234 8180 0001 0002 0000 0000 0377 7777 0765 7861 6d70 6c65 0363 6f6d 0000 0100 01" +
  "c00c 0005 0001 0000 012c 0007 04 686f 7374 c010 c02d 0001 0001 0000 003c 0004 c000 020a";

describe("E7", () => {
  test("the query", () => {
    const message: DnsMessage = {
      id: 0x1234,
      flags: dnsFlag.RD,
      opcode: 0,
      rcode: 0,
      questions: [{ name: "www.example.com.", type: dnsType.A, class: 1 }],
      answers: [],
      authority: [],
      additional: [],
    };
    expect(valueOf(parseDns(bytes(query)))).toEqual(message);
    expect(valueOf(emitDns(message))).toEqual(bytes(query));
  });

  test("the answer, compressed, and byte for byte again", () => {
    const message = valueOf(parseDns(bytes(answer)));
    expect(message.answers.map(({ name, ttl, data }) => [name, ttl, formatRecordData(data)])).toEqual([
      ["www.example.com.", 300, "host.example.com."],
      ["host.example.com.", 60, "192.0.2.10"],
    ]);
    expect(message.flags).toBe(dnsFlag.QR | dnsFlag.RD | dnsFlag.RA);
    expect(valueOf(emitDns(message))).toEqual(bytes(answer));
  });
});

const label = oneof(
  constantFrom("a", "www", "example", "x".repeat(63)),
  string({ minLength: 1, maxLength: 6 }).map((s) => s.replace(/[^a-z0-9-]/gi, "z")),
);
const name = array(label, { maxLength: 3 }).map((labels) => labels.map((l) => `${l}.`).join("") || ".");
const u16 = integer({ min: 0, max: 0xffff });
const u32 = integer({ min: 0, max: 0xffff_ffff });

const contents: readonly [number, Arbitrary<RecordData>][] = [
  [dnsType.A, u32.map((address) => ({ kind: "ipv4", address }))],
  [dnsType.AAAA, u32.map((address) => ({ kind: "ipv6", address: BigInt(address) << 64n }))],
  [dnsType.CNAME, name.map((text) => ({ kind: "name", name: text }))],
  [dnsType.MX, record({ preference: u16, exchange: name }).map((mx) => ({ kind: "mx", ...mx }))],
  [
    dnsType.SRV,
    record({ priority: u16, weight: u16, port: u16, target: name }).map((srv) => ({ kind: "srv", ...srv })),
  ],
  [
    dnsType.TXT,
    array(uint8Array({ maxLength: 20 }), { minLength: 1, maxLength: 3 }).map((strings) => ({
      kind: "text",
      strings,
    })),
  ],
  [
    dnsType.SOA,
    record({
      mname: name,
      rname: name,
      serial: u32,
      refresh: u32,
      retry: u32,
      expire: u32,
      minimum: u32,
    }).map((soa) => ({ kind: "soa", ...soa })),
  ],
  [99, uint8Array({ maxLength: 20 }).map((data) => ({ kind: "other", bytes: data }))],
];
const records: Arbitrary<DnsRecord> = oneof(
  ...contents.map(([type, data]) =>
    record({ name, ttl: u32, data }).map((r): DnsRecord => ({ ...r, type, class: 1 })),
  ),
);
const messages = record<DnsMessage>({
  id: u16,
  flags: constantFrom(0, 0x8180, 0x0100, 0x8400, 0x0230).map((bits) => bits & 0x87b0),
  opcode: integer({ min: 0, max: 15 }),
  rcode: integer({ min: 0, max: 15 }),
  questions: array(record({ name, type: u16, class: u16 }), { maxLength: 2 }),
  answers: array(records, { maxLength: 3 }),
  authority: array(records, { maxLength: 2 }),
  additional: array(records, { maxLength: 2 }),
});

test("a message that is written reads back", () => {
  holds(
    property(messages, (message) => {
      expect(valueOf(parseDns(valueOf(emitDns(message))))).toEqual(message);
    }),
  );
});

test("never throws and always ends, on noise and on damaged messages", () => {
  holds(
    property(
      uint8Array({ maxLength: 60 }),
      uint8Array({ maxLength: 4 }),
      integer({ min: 0 }),
      (noise, damage, place) => {
        parseDns(noise);
        decodeName(noise, place % 70);
        const broken = bytes(answer);
        broken.set(damage, place % (broken.length - damage.length));
        const parsed = parseDns(broken);
        if (parsed.ok) emitDns(parsed.value);
      },
    ),
    2000,
  );
});

test("a message cut anywhere is truncated, and says where", () => {
  const whole = bytes(answer);
  for (let length = 0; length < whole.length; length++) {
    const parsed = parseDns(whole.subarray(0, length));
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.error.offset).toBeLessThanOrEqual(length);
  }
});

describe("names", () => {
  test.each([
    ["pointer to itself", "c000", "pointer", 0],
    ["forward pointer", "c002 00", "pointer", 0],
    ["label, then a pointer back to it", "0161 c000", "pointer", 2],
    ["label of type 01", "4161", "label-type", 0],
    ["label of type 10", "8161", "label-type", 0],
    ["label beyond the end", "0361 62", "truncated", 3],
    ["half a pointer", "c0", "truncated", 1],
    ["nothing", "", "truncated", 0],
    ["256 bytes", ("3f" + "61".repeat(63)).repeat(4) + "00", "name-length", 192],
  ])("%s", (_, hex, code, offset) => {
    expect(decodeName(bytes(hex), 0)).toEqual({ ok: false, error: { code, offset } });
  });

  test("255 bytes are the most", () => {
    const longest = ("3f" + "61".repeat(63)).repeat(3) + "3d" + "61".repeat(61) + "00";
    const { name: text, wireLength } = valueOf(decodeName(bytes(longest), 0));
    expect(wireLength).toBe(255);
    expect(toHex(valueOf(encodeName(text)))).toBe(longest);
  });

  test("bytes that are no letters survive: dot, backslash, space, zero", () => {
    const wire = bytes("06 2e5c 2000 ff61 00");
    const { name: text } = valueOf(decodeName(wire, 0));
    expect(text).toBe("\\.\\\\\\032\\000\\255a.");
    expect(valueOf(encodeName(text))).toEqual(wire);
  });

  test("any label reads back", () => {
    holds(
      property(uint8Array({ minLength: 1, maxLength: 20 }), (bytesOfLabel) => {
        const wire = Uint8Array.of(bytesOfLabel.length, ...bytesOfLabel, 0);
        expect(valueOf(encodeName(valueOf(decodeName(wire, 0)).name))).toEqual(wire);
      }),
    );
  });

  test.each([
    ["a..b", "Label"],
    [".a", "Label"],
    ["\\999.", "Label"],
    [`${"a".repeat(64)}.`, "Label"],
    [`${"a".repeat(63)}.`.repeat(4), "Name"],
  ])("refuses %j", (text, field) => {
    expect(encodeName(text)).toMatchObject({ ok: false, error: { code: "out-of-range", field } });
  });

  test("the last dot may be left out; the root has no label", () => {
    expect(nameLabels("a.b")).toEqual(nameLabels("a.b."));
    expect(nameLabels(".")).toEqual([]);
  });
});

describe("records", () => {
  const one = (type: string, rdata: string): string => {
    const length = (rdata.replaceAll(" ", "").length / 2).toString(16).padStart(4, "0");
    return `0000 8000 0000 0001 0000 0000 00 ${type} 0001 0000 0000 ${length} ${rdata}`;
  };
  test.each([
    ["A of 3 bytes", "0001", "010203"],
    ["A of 5 bytes", "0001", "0102030405"],
    ["AAAA of 15 bytes", "001c", "00".repeat(15)],
    ["MX without a name", "000f", "0001"],
    ["MX and a byte too many", "000f", "0001 00 00"],
    ["TXT beyond its data", "0010", "04616263"],
    ["TXT without a string", "0010", ""],
    ["SOA of two names alone", "0006", "0000"],
    ["CNAME and a byte too many", "0005", "0000"],
  ])("%s is refused", (_, type, rdata) => {
    expect(parseDns(bytes(one(type, rdata)))).toMatchObject({ ok: false, error: { code: "rdata" } });
  });

  test("RDLENGTH beyond the end", () => {
    const hex = one("0001", "01020304").replace("0000 0004", "0000 0005");
    expect(parseDns(bytes(hex))).toMatchObject({
      ok: false,
      error: { code: "truncated", field: "RDLENGTH" },
    });
  });

  test("EDNS: DO set, 4096 bytes, one option", () => {
    const hex = "0000 8000 0000 0000 0000 0001 00 0029 1000 01 00 8000 0006 000a 0002 abcd";
    expect(ednsOf(valueOf(parseDns(bytes(hex))))).toEqual({
      version: 0,
      udpPayload: 4096,
      do: true,
      extendedRcode: 1,
      options: [{ code: 10, data: bytes("abcd") }],
    });
  });

  const base = valueOf(parseDns(bytes(answer)));
  const [first] = base.answers;
  test.each<[string, Partial<DnsMessage>]>([
    ["ID", { id: 65_536 }],
    ["Opcode", { opcode: 16 }],
    ["RCODE", { rcode: 16 }],
    ["QTYPE", { questions: [{ name: ".", type: -1, class: 1 }] }],
    ["TTL", { answers: first === undefined ? [] : [{ ...first, ttl: 2 ** 32 }] }],
    [
      "TXT-DATA",
      {
        answers:
          first === undefined ? [] : [{ ...first, data: { kind: "text", strings: [new Uint8Array(256)] } }],
      },
    ],
    ["Label", { questions: [{ name: "a".repeat(64), type: 1, class: 1 }] }],
  ])("refuses what %s cannot carry", (field, change) => {
    expect(emitDns({ ...base, ...change })).toMatchObject({
      ok: false,
      error: { code: "out-of-range", field },
    });
  });
});

test("a name that stands beyond byte 16383 is not pointed at: a pointer has 14 bits", () => {
  const text = { name: "far.", type: dnsType.TXT, class: 1, ttl: 0 };
  const filler = Array.from({ length: 65 }, () => new Uint8Array(255));
  const far = { ...text, name: "beyond.", data: { kind: "text", strings: [bytes("aa")] } } as const;
  const message: DnsMessage = {
    id: 1,
    flags: 0,
    opcode: 0,
    rcode: 0,
    questions: [],
    authority: [],
    additional: [],
    answers: [{ ...text, data: { kind: "text", strings: filler } }, far, far],
  };
  expect(valueOf(parseDns(valueOf(emitDns(message))))).toEqual(message);
});
