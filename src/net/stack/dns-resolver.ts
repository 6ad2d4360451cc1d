import { dnsType } from "../wire/dns-rdata.ts";
import { dnsClassIn, type DnsQuestion, type DnsRecord } from "../wire/dns.ts";
import type { IpAddress } from "../wire/prefix.ts";
import {
  addressesIn,
  readReply,
  sameName,
  zoneDepth,
  type NameServer,
  type Referral,
  type Reply,
} from "./dns-reply.ts";

/** What the resolver asks a server; null: no answer came. */
export type Ask = (server: IpAddress, question: DnsQuestion) => Reply | null;

export type Resolution = {
  /** NOERROR, NXDOMAIN, or SERVFAIL where no server gave a usable answer. */
  readonly rcode: number;
  /** CNAMEs first to last, then the records asked for; none of these: the name has no such records. */
  readonly answers: readonly DnsRecord[];
  /** Every question in the order in which it was asked. */
  readonly asked: readonly { readonly server: IpAddress; readonly question: DnsQuestion }[];
};

export type ResolverLimits = {
  /** Questions in all. */
  readonly questions: number;
  /** Aliases in a row. */
  readonly aliases: number;
};

/** RFC 1034 §5.3.3 wants the work bounded, and leaves the bound to the resolver. */
export const resolverLimits: ResolverLimits = { questions: 60, aliases: 8 };

const servfail = 2;

/**
 * The algorithm of RFC 1034 §5.3.3 with an empty cache: from the roots down, each server asked in turn until one
 * answers, names the servers of a zone nearer to the name (step 4 b), or gives an alias to begin again with (4 c).
 * Servers that are silent, fail, or know nothing of the zone (lame) are passed over (4 d). The address of a server
 * that came without is looked up the same way; zones met on the way are remembered, so the roots are asked once.
 */
export function resolve(
  ask: Ask,
  roots: readonly IpAddress[],
  name: string,
  type: number,
  limits = resolverLimits,
): Resolution {
  const asked: { server: IpAddress; question: DnsQuestion }[] = [];
  const zones: Referral[] = [{ zone: ".", servers: [{ name: ".", addresses: roots }] }];
  /** Names whose servers are being looked for: one that leads back to itself leads nowhere. */
  const open: string[] = [];

  const lookUp = (first: string, wanted: number): Pick<Resolution, "rcode" | "answers"> => {
    const answers: DnsRecord[] = [];
    let name = first;
    for (let alias = 0; alias <= limits.aliases; alias++) {
      const found = descend({ name, type: wanted, class: dnsClassIn });
      if (found === null) return { rcode: servfail, answers };
      answers.push(...found.answers);
      if (found.alias === null) return { rcode: found.rcode, answers };
      name = found.alias;
    }
    return { rcode: servfail, answers };
  };

  /** Down the tree to servers that answer for the name itself; null: there are none. */
  const descend = (question: DnsQuestion) => {
    for (;;) {
      const zone = nearest(zones, question.name);
      const outcome = askZone(zone, question);
      if (outcome === null || outcome.kind === "answer") return outcome;
      zones.push(outcome.referral);
    }
  };

  const askZone = ({ zone, servers }: Referral, question: DnsQuestion) => {
    // Those whose address came with the referral first: the others cost questions.
    const order = servers.toSorted(
      (a, b) => Number(a.addresses.length === 0) - Number(b.addresses.length === 0),
    );
    for (const one of order) {
      for (const server of addressesOf(one)) {
        if (asked.length >= limits.questions) return null;
        asked.push({ server, question });
        const reply = ask(server, question);
        const read = reply === null ? null : readReply(reply, question, zone, limits.aliases);
        if (read !== null && read.kind !== "lame") return read;
      }
    }
    return null;
  };

  const addressesOf = ({ name, addresses }: NameServer): readonly IpAddress[] => {
    if (addresses.length > 0 || open.some((other) => sameName(other, name))) return addresses;
    open.push(name);
    const found = [dnsType.A, dnsType.AAAA].reduce<readonly IpAddress[]>(
      (known, wanted) => (known.length > 0 ? known : addressesIn(lookUp(name, wanted).answers)),
      [],
    );
    open.pop();
    return found;
  };

  return { ...lookUp(name, type), asked };
}

/** The zone that lies deepest above a name. */
const nearest = (zones: readonly Referral[], name: string): Referral =>
  zones.reduce((best, other) =>
    (zoneDepth(name, other.zone) ?? -1) > (zoneDepth(name, best.zone) ?? -1) ? other : best,
  );
