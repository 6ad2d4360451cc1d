import { z } from "zod";
import { toHex } from "#net/bytes/hex.ts";
import { emitDns } from "#net/wire/dns-emit.ts";
import { decodeName } from "#net/wire/dns-name.ts";
import { dnsType, formatRecordData } from "#net/wire/dns-rdata.ts";
import { dnsFlag, ednsOf, parseDns, type DnsMessage, type DnsRecord } from "#net/wire/dns.ts";
import { bytesOf } from "../hex.ts";
import { same, vectors, type Check, type Suite } from "../suite.ts";

const nameAt = z.object({ offset: z.int(), name: z.string(), next: z.int(), wireLength: z.int().optional() });

const checkNames = (hex: string, names: readonly z.infer<typeof nameAt>[]): Check[] =>
  names.map(({ offset, ...expected }) => {
    const decoded = decodeName(bytesOf(hex), offset);
    if (!decoded.ok) return same(`name at ${offset}`, expected, decoded.error);
    const { name, next, wireLength } = decoded.value;
    const actual = expected.wireLength === undefined ? { name, next } : { name, next, wireLength };
    return same(`name at ${offset}`, expected, actual);
  });

const names = vectors(z.object({ hex: z.string(), names: z.array(nameAt) }), (v) =>
  checkNames(v.hex, v.names),
);

const messages = vectors(
  z.union([
    z.object({ hex: z.string(), names: z.array(nameAt) }),
    z.object({ hex: z.string(), bytes: z.int(), id: z.int() }).catchall(z.json()),
  ]),
  (v) => {
    if ("names" in v && !("id" in v)) return checkNames(v.hex, z.array(nameAt).parse(v.names));
    return decoded(v.hex, { ...v });
  },
);

const malformed = vectors(
  z.object({
    hex: z.string(),
    mustReject: z.boolean().nullable(),
    decoded: z.record(z.string(), z.json()).optional(),
  }),
  (v) => {
    const parsed = parseDns(bytesOf(v.hex));
    // Null: a strict and a lenient parser can both be right. That it ended is all there is to see.
    if (v.mustReject === null) return [same("ends", true, typeof parsed.ok === "boolean")];
    if (v.mustReject) return [same("rejected", true, !parsed.ok)];
    return decoded(v.hex, { ...v.decoded, hex: v.hex, bytes: v.hex.length / 2 });
  },
);

/** The message as dnspython prints it, and again after it was written and read. */
function decoded(hex: string, expected: Record<string, unknown>): Check[] {
  const parsed = parseDns(bytesOf(hex));
  if (!parsed.ok) return [same("error", null, parsed.error)];
  const written = emitDns(parsed.value);
  const again = written.ok ? parseDns(written.value) : written;
  return [
    same("message", expected, { ...describe(parsed.value), hex, bytes: hex.length / 2 }),
    same("written and read again", describe(parsed.value), again.ok ? describe(again.value) : again.error),
  ];
}

function describe(message: DnsMessage): Record<string, unknown> {
  const has = (bit: number): boolean => (message.flags & bit) !== 0;
  const edns = ednsOf(message);
  return {
    id: message.id,
    qr: has(dnsFlag.QR),
    opcode: message.opcode,
    aa: has(dnsFlag.AA),
    tc: has(dnsFlag.TC),
    rd: has(dnsFlag.RD),
    ra: has(dnsFlag.RA),
    ad: has(dnsFlag.AD),
    cd: has(dnsFlag.CD),
    rcode: message.rcode,
    questions: message.questions,
    answer: message.answers.map(describeRecord),
    authority: message.authority.map(describeRecord),
    additional: message.additional.filter(({ type }) => type !== dnsType.OPT).map(describeRecord),
    ...(edns === null
      ? {}
      : { edns: { ...edns, options: edns.options.map(({ code, data }) => ({ code, data: toHex(data) })) } }),
  };
}

const describeRecord = ({ data, ...record }: DnsRecord): Record<string, unknown> => ({
  ...record,
  rdata: formatRecordData(data),
});

export const dns: Readonly<Record<string, Suite>> = {
  "dns/malformed.json": malformed,
  "dns/messages.json": messages,
  "dns/names.json": names,
};
