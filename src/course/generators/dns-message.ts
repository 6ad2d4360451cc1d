import { array, constant, constantFrom, oneof, record, tuple, uint8Array, type Arbitrary } from "fast-check";
import { valueOrNull } from "../../net/bytes/result.ts";
import {
  dnsClassIn,
  dnsFlag,
  parseDns,
  type DnsMessage,
  type DnsQuestion,
  type DnsRecord,
} from "../../net/wire/dns.ts";
import { emitDns } from "../../net/wire/dns-emit.ts";
import { dnsType } from "../../net/wire/dns-rdata.ts";
import { ipv4AddressNumber, tenOne, towardAddress } from "./ipv4-address.ts";
import { simplerLists } from "./lists.ts";
import { messageBytes, type MessageKind } from "./message.ts";
import { unsigned } from "./numbers.ts";
import { preferring, simplifyRecord, smallerNumbers, towardZero, type Simplify } from "./simplify.ts";

/** Absolute, as they are read from a message. */
const names = [
  "a.example.",
  "example.",
  "www.a.example.",
  "ns.a.example.",
  "A.Example.",
  "b.test.",
  ".",
] as const;

const { A, AAAA, CNAME, MX, NS, TXT } = dnsType;

const questions: Arbitrary<DnsQuestion> = record({
  name: constantFrom<string>(...names),
  type: oneof(constantFrom<number>(A, AAAA, NS, MX, TXT), unsigned(16)),
  class: oneof(
    { weight: 6, arbitrary: constant(dnsClassIn) },
    { weight: 1, arbitrary: constantFrom(3, 255) },
  ),
});

const data: Arbitrary<Pick<DnsRecord, "type" | "data">> = oneof(
  ipv4AddressNumber.map((address) => ({ type: A, data: { kind: "ipv4", address } as const })),
  constant({
    type: AAAA,
    data: { kind: "ipv6", address: 0x20010db8_0000_0000_0000_0000_0000_0001n } as const,
  }),
  tuple(constantFrom<number>(CNAME, NS), constantFrom<string>(...names)).map(([type, name]) => ({
    type,
    data: { kind: "name", name } as const,
  })),
  tuple(unsigned(16), constantFrom<string>(...names)).map(([preference, exchange]) => ({
    type: MX,
    data: { kind: "mx", preference, exchange } as const,
  })),
  array(uint8Array({ maxLength: 12 }), { minLength: 1, maxLength: 2 }).map((strings) => ({
    type: TXT,
    data: { kind: "text", strings } as const,
  })),
);

const records: Arbitrary<DnsRecord> = tuple(constantFrom<string>(...names), unsigned(32, [300]), data).map(
  ([name, ttl, rest]) => ({ name, class: dnsClassIn, ttl, ...rest }),
);

const { QR, RD, RA, AA, TC } = dnsFlag;

const sketches: Arbitrary<DnsMessage> = record({
  id: unsigned(16),
  flags: constantFrom<number>(RD, QR | RD | RA, QR | AA, QR | AA | TC, 0),
  opcode: constant(0),
  rcode: oneof({ weight: 4, arbitrary: constant(0) }, { weight: 1, arbitrary: constantFrom(1, 2, 3, 5) }),
  questions: array(questions, { minLength: 1, maxLength: 1 }),
  answers: array(records, { maxLength: 3 }),
  authority: array(records, { maxLength: 1 }),
  additional: array(records, { maxLength: 1 }),
});

const nameRule: Simplify<string> = preferring<string>(["a.example.", "example.", "."]);

const questionRules: { readonly [K in keyof DnsQuestion]: Simplify<DnsQuestion[K]> } = {
  name: nameRule,
  type: preferring<number>([A, AAAA], smallerNumbers),
  class: preferring([dnsClassIn], smallerNumbers),
};

/** A plain record of its type first; the address last. */
function* simplerRecords(from: DnsRecord): Iterable<DnsRecord> {
  for (const simpler of simplifyRecord(
    { name: from.name, ttl: from.ttl },
    { name: nameRule, ttl: preferring([300, 0], smallerNumbers) },
  )) {
    yield { ...from, ...simpler };
  }
  const { data } = from;
  if (data.kind !== "ipv4") {
    yield { ...from, type: A, data: { kind: "ipv4", address: tenOne } };
    return;
  }
  const rule = towardAddress(tenOne);
  if (data.address !== rule.simplest) yield { ...from, data: { ...data, address: rule.simplest } };
  for (const address of rule.smaller(data.address)) yield { ...from, data: { ...data, address } };
}

function toward<T>(simpler: (one: T) => Iterable<T>): Simplify<readonly T[]> {
  return {
    simplest: [],
    same: (a, b) => a.length === 0 && b.length === 0,
    smaller: (list) => simplerLists([...list], simpler),
  };
}

const rules: { readonly [K in keyof DnsMessage]: Simplify<DnsMessage[K]> } = {
  answers: toward(simplerRecords),
  authority: toward(simplerRecords),
  additional: toward(simplerRecords),
  questions: toward((question) => simplifyRecord(question, questionRules)),
  id: towardZero,
  flags: preferring([RD, 0, QR | RD | RA], smallerNumbers),
  opcode: towardZero,
  rcode: towardZero,
};

/**
 * DNS queries and responses as UDP carries them, with compressed names, A, AAAA, NS, CNAME, MX and TXT records, errors
 * and truncation. Shrinks to a query without sections; records to `a.example`, TTL 300, A 10.0.0.1.
 *
 * @example
 * generators: { messages: tuple(dnsMessageBytes({ damaged: true })) }
 */
export const dnsMessageBytes = (kind: MessageKind = {}): Arbitrary<Uint8Array> =>
  messageBytes(
    {
      sketches,
      write: (message) => valueOrNull(emitDns(message)) ?? new Uint8Array(),
      read: (bytes) => valueOrNull(parseDns(bytes)),
      rules,
    },
    kind,
  );
