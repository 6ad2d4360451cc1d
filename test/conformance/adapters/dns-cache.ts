import { z } from "zod";
import { dnsRcode, lookUp, remember, type DnsCache } from "#net/stack/dns-cache.ts";
import { dnsType } from "#net/wire/dns-rdata.ts";
import { dnsClassIn, type DnsMessage, type DnsRecord } from "#net/wire/dns.ts";
import { same, vectors, type Check, type FaultyVector, type Suite } from "../suite.ts";

const answer = z.object({ name: z.string(), type: z.enum(["A", "CNAME"]), ttl: z.number() });
const asked = z.object({
  t: z.number(),
  name: z.string(),
  rcode: z.enum(["NOERROR", "NXDOMAIN"]),
  answers: z.array(answer),
  upstreamQueried: z.boolean(),
});
const zone = z.object({
  zone: z.object({
    records: z.record(z.string(), z.number()),
    cname: z.object({
      owner: z.string(),
      ttl: z.number(),
      target: z.string(),
      targetTtlInThatAnswer: z.number(),
    }),
    negative: z.object({ soaTtl: z.number(), soaMinimum: z.number() }),
  }),
});
type Zone = z.infer<typeof zone>["zone"];

const domain = "cache.example.";
const header = { class: dnsClassIn };

/** What the authoritative server says. */
function authoritative({ records, cname, negative }: Zone, name: string): DnsMessage {
  const full = `${name}.${domain}`;
  const a = (owner: string, ttl: number): DnsRecord => ({
    ...header,
    name: `${owner}.${domain}`,
    type: dnsType.A,
    ttl,
    data: { kind: "ipv4", address: 1 },
  });
  const ttl = records[name];
  const alias: DnsRecord = {
    ...header,
    name: full,
    type: dnsType.CNAME,
    ttl: cname.ttl,
    data: { kind: "name", name: `${cname.target}.${domain}` },
  };
  const soa: DnsRecord = {
    ...header,
    name: domain,
    type: dnsType.SOA,
    ttl: negative.soaTtl,
    data: {
      kind: "soa",
      mname: domain,
      rname: domain,
      serial: 1,
      refresh: 1,
      retry: 1,
      expire: 1,
      minimum: negative.soaMinimum,
    },
  };
  const isAlias = name === cname.owner;
  const exists = isAlias || ttl !== undefined;
  return {
    id: 0,
    flags: 0,
    opcode: 0,
    rcode: exists ? dnsRcode.NOERROR : dnsRcode.NXDOMAIN,
    questions: [{ ...header, name: full, type: dnsType.A }],
    answers: isAlias
      ? [alias, a(cname.target, cname.targetTtlInThatAnswer)]
      : ttl === undefined
        ? []
        : [a(name, ttl)],
    authority: exists ? [] : [soa],
    additional: [],
  };
}

// The target was asked for alone a moment before; the alias had two seconds to live.
const aliasDropped = 7.59;

/** One timeline: each row depends on those before it. */
const timeline: Suite = (document, folder) => {
  let cache: DnsCache = [];
  const rows = vectors(
    asked,
    (row, meta: z.infer<typeof zone>): Check[] | FaultyVector => {
      const now = row.t * 1000;
      const message = authoritative(meta.zone, row.name);
      const [question] = message.questions;
      if (question === undefined) return [same("question", 1, 0)];
      const known = lookUp(cache, question, now);
      // The resolver counts whole seconds: it may ask within the last one, never use an entry after its end.
      const soonOver = lookUp(cache, question, now + 1000) === null;
      if (row.name === meta.zone.cname.owner && row.t === aliasDropped) {
        cache = remember(cache, message, now);
        return {
          faulty:
            "RFC 1035 §3.2.1 lets a CNAME live for its TTL; dnsmasq drops it when its target is renewed",
        };
      }
      const checks = [
        same("asks upstream", row.upstreamQueried, known === null || (soonOver && row.upstreamQueried)),
      ];
      if (row.upstreamQueried) cache = remember(cache, message, now);
      const given = row.upstreamQueried ? { rcode: message.rcode, answers: message.answers } : known;
      const actual = given?.answers ?? [];
      return [
        ...checks,
        same("rcode", dnsRcode[row.rcode], given?.rcode),
        same(
          "answers, TTLs within a second",
          row.answers,
          actual.map(({ name, type, ttl }, i) => {
            const shown = row.answers[i]?.ttl;
            const near = shown !== undefined && Math.abs(shown - ttl) <= 1;
            return { name, type: type === dnsType.A ? "A" : "CNAME", ttl: near ? shown : ttl };
          }),
        ),
      ];
    },
    zone,
  );
  return rows(document, folder);
};

export const dnsCache: Readonly<Record<string, Suite>> = { "dns/cache-timeline.json": timeline };
