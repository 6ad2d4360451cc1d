import { readU16, readU32 } from "../bytes/big-endian.ts";
import { fail, ok, type Result } from "../bytes/result.ts";
import { decodeName } from "./dns-name.ts";
import { dnsType, parseRecordData, type RdataError, type RecordData } from "./dns-rdata.ts";

/*
 * RFC 1035 §4.1.1; AD and CD from RFC 4035 §3.1.6, §3.2.2.
 *
 *   0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15
 *  +-----------------------------------------------+
 *  |                      ID                       |
 *  +--+-----------+--+--+--+--+--+--+--+-----------+
 *  |QR|  Opcode   |AA|TC|RD|RA| Z|AD|CD|   RCODE   |
 *  +--+-----------+--+--+--+--+--+--+--+-----------+
 *  |   QDCOUNT, ANCOUNT, NSCOUNT, ARCOUNT: 16 bits each
 *  +-----------------------------------------------+
 */
export const dnsHeaderBytes = 12;

export const dnsFlag = {
  QR: 0x8000,
  AA: 0x0400,
  TC: 0x0200,
  RD: 0x0100,
  RA: 0x0080,
  AD: 0x0020,
  CD: 0x0010,
} as const;

export const dnsClassIn = 1;

export type DnsQuestion = { readonly name: string; readonly type: number; readonly class: number };

export type DnsRecord = {
  /** As written, upper and lower case kept; names are equal without regard to case (RFC 1035 §2.3.3). */
  readonly name: string;
  readonly type: number;
  readonly class: number;
  /** Seconds, unsigned 32 bits. */
  readonly ttl: number;
  readonly data: RecordData;
};

export type DnsHeader = {
  readonly id: number;
  /** See `dnsFlag`; opcode and rcode not included. */
  readonly flags: number;
  /** 4 bits. */
  readonly opcode: number;
  /** 4 bits; EDNS has eight more, see `ednsOf`. */
  readonly rcode: number;
};

export type DnsMessage = DnsHeader & {
  readonly questions: readonly DnsQuestion[];
  readonly answers: readonly DnsRecord[];
  readonly authority: readonly DnsRecord[];
  /** The OPT pseudo-record included. */
  readonly additional: readonly DnsRecord[];
};

const flagBits = Object.values(dnsFlag).reduce<number>((all, bit) => all | bit, 0);

/** Reads a message without TCP's length prefix. Bytes behind the last record are not looked at. */
export function parseDns(message: Uint8Array): Result<DnsMessage, RdataError> {
  if (message.length < dnsHeaderBytes) return fail("truncated", message.length);
  const word = readU16(message, 2);
  const questions = parseList(message, dnsHeaderBytes, readU16(message, 4), parseQuestion);
  if (!questions.ok) return questions;
  const answers = parseList(message, questions.value.next, readU16(message, 6), parseRecord);
  if (!answers.ok) return answers;
  const authority = parseList(message, answers.value.next, readU16(message, 8), parseRecord);
  if (!authority.ok) return authority;
  const additional = parseList(message, authority.value.next, readU16(message, 10), parseRecord);
  if (!additional.ok) return additional;
  return ok({
    id: readU16(message, 0),
    flags: word & flagBits,
    opcode: (word >>> 11) & 0xf,
    rcode: word & 0xf,
    questions: questions.value.items,
    answers: answers.value.items,
    authority: authority.value.items,
    additional: additional.value.items,
  });
}

type Placed<T> = { readonly item: T; readonly next: number };

function parseList<T>(
  message: Uint8Array,
  start: number,
  count: number,
  parse: (message: Uint8Array, offset: number) => Result<Placed<T>, RdataError>,
): Result<{ items: T[]; next: number }, RdataError> {
  const items: T[] = [];
  let next = start;
  for (let i = 0; i < count; i++) {
    const parsed = parse(message, next);
    if (!parsed.ok) return parsed;
    items.push(parsed.value.item);
    next = parsed.value.next;
  }
  return ok({ items, next });
}

function parseQuestion(message: Uint8Array, offset: number): Result<Placed<DnsQuestion>, RdataError> {
  const name = decodeName(message, offset);
  if (!name.ok) return name;
  const at = name.value.next;
  if (at + 4 > message.length) return fail("truncated", message.length);
  const item = { name: name.value.name, type: readU16(message, at), class: readU16(message, at + 2) };
  return ok({ item, next: at + 4 });
}

function parseRecord(message: Uint8Array, offset: number): Result<Placed<DnsRecord>, RdataError> {
  const name = decodeName(message, offset);
  if (!name.ok) return name;
  const at = name.value.next;
  if (at + 10 > message.length) return fail("truncated", message.length);
  const type = readU16(message, at);
  const start = at + 10;
  const end = start + readU16(message, at + 8);
  if (end > message.length) return fail("truncated", at + 8, "RDLENGTH");
  const data = parseRecordData(message, type, start, end);
  if (!data.ok) return data;
  const fixed = { type, class: readU16(message, at + 2), ttl: readU32(message, at + 4) };
  return ok({ item: { name: name.value.name, ...fixed, data: data.value }, next: end });
}

/** EDNS(0), which travels in the fields of an OPT record (RFC 6891 §6.1). */
export type Edns = {
  readonly version: number;
  /** Largest UDP payload that the sender takes, bytes: the record's class. */
  readonly udpPayload: number;
  /** DNSSEC OK. */
  readonly do: boolean;
  /** The upper 8 bits of a 12-bit RCODE. */
  readonly extendedRcode: number;
  readonly options: readonly { readonly code: number; readonly data: Uint8Array }[];
};

/** What the OPT record of a message says, or null without one. */
export function ednsOf(message: DnsMessage): Edns | null {
  const record = message.additional.find(({ type }) => type === dnsType.OPT);
  if (record?.data.kind !== "other") return null;
  const { ttl, data } = record;
  const options: { code: number; data: Uint8Array }[] = [];
  for (let at = 0; at + 4 <= data.bytes.length;) {
    const end = at + 4 + readU16(data.bytes, at + 2);
    options.push({ code: readU16(data.bytes, at), data: data.bytes.subarray(at + 4, end) });
    at = end;
  }
  return {
    version: (ttl >>> 16) & 0xff,
    udpPayload: record.class,
    do: (ttl & 0x8000) !== 0,
    extendedRcode: ttl >>> 24,
    options,
  };
}
