import { nameLabels } from "../wire/dns-name.ts";
import { dnsType } from "../wire/dns-rdata.ts";
import { dnsClassIn, type DnsMessage, type DnsQuestion, type DnsRecord } from "../wire/dns.ts";
import type { IpAddress } from "../wire/prefix.ts";
import { dnsRcode } from "./dns-cache.ts";

/** What a resolver reads of a response; `authoritative` is the AA bit. */
export type Reply = Pick<DnsMessage, "rcode" | "answers" | "authority" | "additional"> & {
  readonly authoritative: boolean;
};

/** A server of a zone by name, with the addresses that came along (glue), if any. */
export type NameServer = { readonly name: string; readonly addresses: readonly IpAddress[] };

export type Referral = { readonly zone: string; readonly servers: readonly NameServer[] };

export type ReadReply =
  | {
      readonly kind: "answer";
      readonly rcode: number;
      readonly answers: readonly DnsRecord[];
      /** The name to go on with, when the answer ends at an alias. */
      readonly alias: string | null;
    }
  | { readonly kind: "referral"; readonly referral: Referral }
  /** Nothing that helps: it fails, refuses, has no authority, or sends us up or round. */
  | { readonly kind: "lame" };

const lame: ReadReply = { kind: "lame" };

/**
 * What a response to `question` from a server of `zone` says (RFC 1034 §5.3.3, step 4). Only what lies in that zone is
 * believed of it: its data may name others, not speak for them (RFC 5452 §6).
 */
export function readReply(
  reply: Reply,
  question: DnsQuestion,
  zone: string,
  longestChain: number,
): ReadReply {
  const { rcode, authoritative } = reply;
  if (rcode !== dnsRcode.NOERROR && rcode !== dnsRcode.NXDOMAIN) return lame;
  if (authoritative) {
    const { answers, end } = followChain(reply.answers, question, zone, longestChain);
    const found = answers.some(({ type }) => type === question.type);
    // The chain may end outside the zone; the code then speaks of a name that the server does not answer for.
    const alias =
      found || sameName(end, question.name) || (rcode === dnsRcode.NXDOMAIN && isBelow(end, zone))
        ? null
        : end;
    return { kind: "answer", rcode: alias === null ? rcode : dnsRcode.NOERROR, answers, alias };
  }
  const referral = readReferral(reply, question.name, zone);
  return referral === null ? lame : { kind: "referral", referral };
}

/** The aliases that lead on from the name asked for, and the records at their end. */
function followChain(
  records: readonly DnsRecord[],
  { name, type }: DnsQuestion,
  zone: string,
  longestChain: number,
): { readonly answers: readonly DnsRecord[]; readonly end: string } {
  const answers: DnsRecord[] = [];
  const known = records.filter((record) => record.class === dnsClassIn && isBelow(record.name, zone));
  let end = name;
  for (let i = 0; i <= longestChain; i++) {
    const here = known.filter((record) => sameName(record.name, end));
    const wanted = here.filter((record) => record.type === type);
    if (wanted.length > 0) return { answers: [...answers, ...wanted], end };
    const alias = here.find((record) => record.type === dnsType.CNAME);
    if (alias?.data.kind !== "name") break;
    answers.push(alias);
    end = alias.data.name;
  }
  return { answers, end };
}

/** The servers of a zone that is nearer to the name than the one whose server speaks. */
function readReferral({ authority, additional }: Reply, name: string, zone: string): Referral | null {
  const nearer = authority.filter(
    (record) =>
      record.type === dnsType.NS &&
      isBelow(name, record.name) &&
      isBelow(record.name, zone) &&
      !sameName(record.name, zone),
  );
  const [first] = nearer;
  if (first === undefined) return null;
  const servers = nearer
    .filter((record) => sameName(record.name, first.name))
    .flatMap(({ data }): NameServer[] => {
      if (data.kind !== "name") return [];
      const glue = additional.filter(
        (record) => sameName(record.name, data.name) && isBelow(record.name, zone),
      );
      return [{ name: data.name, addresses: addressesIn(glue) }];
    });
  return { zone: first.name, servers };
}

/** What the A and AAAA records among these say. */
export const addressesIn = (records: readonly DnsRecord[]): IpAddress[] =>
  records.flatMap(({ data }): IpAddress[] => {
    if (data.kind === "ipv4") return [{ version: 4, value: BigInt(data.address) }];
    return data.kind === "ipv6" ? [{ version: 6, value: data.address }] : [];
  });

/** Labels from the root down, without regard to case (RFC 1035 §2.3.3). */
const path = (name: string): string[] =>
  (nameLabels(name.toLowerCase()) ?? []).map((label) => label.join()).toReversed();

/** How many labels a zone that holds the name has; null: it does not hold it. */
export function zoneDepth(name: string, zone: string): number | null {
  const [labels, above] = [path(name), path(zone)];
  return above.every((label, i) => labels[i] === label) ? above.length : null;
}

export const isBelow = (name: string, zone: string): boolean => zoneDepth(name, zone) !== null;

export const sameName = (a: string, b: string): boolean => isBelow(a, b) && isBelow(b, a);
