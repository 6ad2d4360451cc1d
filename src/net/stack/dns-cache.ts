import { dnsType } from "../wire/dns-rdata.ts";
import { dnsClassIn, type DnsMessage, type DnsQuestion, type DnsRecord } from "../wire/dns.ts";

/** RFC 1035 §4.1.1. */
export const dnsRcode = { NOERROR: 0, NXDOMAIN: 3 } as const;

/** What is known of the records of one name and type, or, without records, that there are none. */
export type DnsCacheEntry = {
  /** Lower case. */
  readonly name: string;
  /** Null: of any type, for the name itself does not exist (RFC 2308 §5). */
  readonly type: number | null;
  readonly records: readonly DnsRecord[];
  /** In ms; from then on the entry is not used. */
  readonly expires: number;
};

export type DnsCache = readonly DnsCacheEntry[];

/** `ttl` of each answer: the whole seconds that are left, rounded up. */
export type CachedAnswer = { readonly rcode: number; readonly answers: readonly DnsRecord[] };

// RFC 1034 names no limit to a chain of aliases, but a resolver must have one (§5.2.2).
const longestChain = 16;

const folded = (name: string): string => name.toLowerCase();

/**
 * The answer that the cache holds at `now` (ms), CNAMEs first to last (RFC 1034 §3.6.2); null where any part of it is
 * missing. Class IN.
 */
export function lookUp(cache: DnsCache, question: DnsQuestion, now: number): CachedAnswer | null {
  const find = (name: string, type: number): DnsCacheEntry | undefined =>
    cache.find(
      (entry) =>
        entry.name === folded(name) && (entry.type === null || entry.type === type) && entry.expires > now,
    );
  const answers: DnsRecord[] = [];
  let name = question.name;
  for (let i = 0; i <= longestChain; i++) {
    const direct = find(name, question.type);
    const entry = direct ?? find(name, dnsType.CNAME);
    if (entry === undefined) return null;
    const ttl = Math.ceil((entry.expires - now) / 1000);
    answers.push(...entry.records.map((record) => ({ ...record, ttl })));
    if (direct !== undefined) {
      return { rcode: entry.type === null ? dnsRcode.NXDOMAIN : dnsRcode.NOERROR, answers };
    }
    const alias = entry.records[0]?.data;
    if (alias?.kind !== "name") return null;
    name = alias.name;
  }
  return null;
}

/**
 * The cache after an answer at `now` (ms). Records of TTL 0 are for this transaction alone (RFC 1035 §3.2.1). That a
 * name or its type does not exist holds for the lesser of the SOA's TTL and MINIMUM (RFC 2308 §5); without a SOA it is
 * not kept.
 */
export function remember(before: DnsCache, message: DnsMessage, now: number): DnsCache {
  const [question] = message.questions;
  if (question?.class !== dnsClassIn) return before;
  const sets = Map.groupBy(message.answers, ({ name, type }) => `${folded(name)} ${type}`);
  const news: DnsCacheEntry[] = [...sets.values()].flatMap((records) => {
    const [first] = records;
    if (first === undefined) return [];
    // One set has one TTL; where it has not, the least (RFC 2181 §5.2).
    const expires = now + 1000 * Math.min(...records.map(({ ttl }) => lifetime(ttl)));
    return [{ name: folded(first.name), type: first.type, records, expires }];
  });
  const absent = absence(message, question, now);
  const fresh = (absent === null ? news : [...news, absent]).filter(({ expires }) => expires > now);
  const replaced = before.filter(
    (old) =>
      old.expires > now &&
      !fresh.some(
        ({ name, type }) => name === old.name && (type === old.type || type === null || old.type === null),
      ),
  );
  return [...replaced, ...fresh];
}

/** A TTL with its highest bit set counts as zero (RFC 2181 §8). */
const lifetime = (ttl: number): number => (ttl >= 2 ** 31 ? 0 : ttl);

function absence(message: DnsMessage, question: DnsQuestion, now: number): DnsCacheEntry | null {
  // The end of the chain of aliases is what does not exist (RFC 2308 §2.1).
  let name = folded(question.name);
  for (let i = 0; i <= longestChain; i++) {
    const alias = message.answers.find(
      (record) => folded(record.name) === name && record.type === dnsType.CNAME,
    );
    if (alias?.data.kind !== "name") break;
    name = folded(alias.data.name);
  }
  const missing = message.rcode === dnsRcode.NXDOMAIN;
  const answered = message.answers.some(
    (record) => folded(record.name) === name && record.type === question.type,
  );
  if (answered || !(missing || message.rcode === dnsRcode.NOERROR)) return null;
  const soa = message.authority.find(({ type }) => type === dnsType.SOA);
  if (soa?.data.kind !== "soa") return null;
  const seconds = Math.min(lifetime(soa.ttl), lifetime(soa.data.minimum));
  return { name, type: missing ? null : question.type, records: [], expires: now + seconds * 1000 };
}
