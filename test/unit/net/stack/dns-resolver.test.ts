import { expect, test } from "vitest";
import { isBelow, type Reply } from "#net/stack/dns-reply.ts";
import { resolve, resolverLimits, type Resolution } from "#net/stack/dns-resolver.ts";
import { dnsType, formatRecordData, type RecordData } from "#net/wire/dns-rdata.ts";
import { dnsClassIn, type DnsQuestion, type DnsRecord } from "#net/wire/dns.ts";
import { formatIpAddress } from "#net/wire/prefix.ts";
import { ip } from "./written.ts";

/** `rr("www.example. A 192.0.2.1")`. */
function rr(text: string): DnsRecord {
  const [name = "", type = "", value = ""] = text.split(" ");
  const kinds: Record<string, [number, RecordData]> = {
    A: [dnsType.A, { kind: "ipv4", address: type === "A" ? Number(ip(value).value) : 0 }],
    AAAA: [dnsType.AAAA, { kind: "ipv6", address: type === "AAAA" ? ip(value).value : 0n }],
    NS: [dnsType.NS, { kind: "name", name: value }],
    CNAME: [dnsType.CNAME, { kind: "name", name: value }],
    SOA: [
      dnsType.SOA,
      { kind: "soa", mname: ".", rname: ".", serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 1 },
    ],
  };
  const [code, data] = kinds[type] ?? [0, { kind: "other", bytes: new Uint8Array() }];
  return { name, type: code, class: dnsClassIn, ttl: 300, data };
}

/** What one server has: a zone, its records, the zones below it (NS), and glue. */
type Zone = { readonly zone: string; readonly records: readonly string[] };

/** An authoritative server as RFC 1034 §4.3.2 has it: referral, then alias, then answer, then name error. */
function answer({ zone, records }: Zone, { name, type }: DnsQuestion): Reply {
  const all = records.map(rr);
  const empty: Reply = { rcode: 0, authoritative: true, answers: [], authority: [], additional: [] };
  const cut = all.find((r) => r.type === dnsType.NS && r.name !== zone && isBelow(name, r.name));
  if (cut !== undefined) {
    const authority = all.filter((r) => r.type === dnsType.NS && r.name === cut.name);
    const targets = authority.map(({ data }) => (data.kind === "name" ? data.name : ""));
    const additional = all.filter((r) => targets.includes(r.name));
    return { ...empty, authoritative: false, authority, additional };
  }
  if (!isBelow(name, zone)) return { ...empty, rcode: 5, authoritative: false };
  const answers: DnsRecord[] = [];
  let end = name;
  for (let i = 0; i < 20; i++) {
    const here = all.filter((r) => r.name.toLowerCase() === end.toLowerCase());
    const alias = here.find((r) => r.type === dnsType.CNAME);
    if (alias?.data.kind === "name" && type !== dnsType.CNAME) {
      answers.push(alias);
      end = alias.data.name;
      if (isBelow(end, zone)) continue;
      return { ...empty, answers };
    }
    answers.push(...here.filter((r) => r.type === type));
    const rcode = here.length === 0 ? 3 : 0;
    return {
      ...empty,
      rcode,
      answers,
      authority: answers.some((r) => r.type === type) ? [] : [rr(`${zone} SOA`)],
    };
  }
  return { ...empty, answers };
}

const root: Zone = {
  zone: ".",
  records: [
    "com. NS a.gtld.net.",
    "a.gtld.net. A 192.0.2.2",
    "net. NS b.gtld.net.",
    "b.gtld.net. A 192.0.2.3",
  ],
};
const com: Zone = {
  zone: "com.",
  records: [
    "example.com. NS ns1.example.com.",
    "example.com. NS ns2.example.com.",
    "ns1.example.com. A 192.0.2.10",
    "ns2.example.com. A 192.0.2.11",
  ],
};
const net: Zone = { zone: "net.", records: ["example.net. NS ns1.example.com."] };
const example: Zone = {
  zone: "example.com.",
  records: [
    "ns1.example.com. A 192.0.2.10",
    "www.example.com. CNAME host.example.com.",
    "host.example.com. A 192.0.2.80",
    "away.example.com. CNAME www.example.net.",
    "lost.example.com. CNAME nowhere.example.com.",
    "one.example.com. CNAME two.example.com.",
    "two.example.com. CNAME one.example.com.",
  ],
};
const exampleNet: Zone = { zone: "example.net.", records: ["www.example.net. A 198.51.100.1"] };

type World = Record<string, readonly Zone[] | Reply>;
const world: World = {
  "192.0.2.1": [root],
  "192.0.2.2": [com],
  "192.0.2.3": [net],
  "192.0.2.10": [example, exampleNet],
  "192.0.2.11": [example],
};

/** Servers of addresses that are not in the world stay silent. */
function ask(servers: World, name: string, type: number = dnsType.A, limits = resolverLimits): Resolution {
  return resolve(
    (server, question) => {
      const one = servers[formatIpAddress(server)];
      if (one === undefined || !("map" in one)) return one ?? null;
      const zone = one
        .toSorted((a, b) => b.zone.length - a.zone.length)
        .find((z) => isBelow(question.name, z.zone));
      return zone === undefined ? null : answer(zone, question);
    },
    [ip("192.0.2.1")],
    name,
    type,
    limits,
  );
}
const shown = ({ rcode, answers }: Resolution): string =>
  [rcode, ...answers.map(({ name, data }) => `${name} ${formatRecordData(data)}`)].join(" / ");
const servers = ({ asked }: Resolution): string[] =>
  asked.map(({ server, question }) => `${formatIpAddress(server).replace("192.0.2.", "")} ${question.name}`);

test("from the root to the zone, one question a level; the aliases stand before their end", () => {
  const found = ask(world, "www.example.com.");
  expect(shown(found)).toBe("0 / www.example.com. host.example.com. / host.example.com. 192.0.2.80");
  expect(servers(found)).toEqual(["1 www.example.com.", "2 www.example.com.", "10 www.example.com."]);
});

test("an alias into another zone goes on from the root; a server without glue is looked up, not from the root again", () => {
  const found = ask(world, "away.example.com.");
  expect(shown(found)).toBe("0 / away.example.com. www.example.net. / www.example.net. 198.51.100.1");
  expect(servers(found)).toEqual([
    "1 away.example.com.",
    "2 away.example.com.",
    "10 away.example.com.",
    "1 www.example.net.",
    "3 www.example.net.",
    "10 ns1.example.com.",
    "10 www.example.net.",
  ]);
});

test.each([
  // RFC 2308 §2.1, §2.2: a name that is not, and one that has no such record; behind an alias as well.
  ["nothing.example.com.", dnsType.A, "3"],
  ["host.example.com.", dnsType.AAAA, "0"],
  ["lost.example.com.", dnsType.A, "3 / lost.example.com. nowhere.example.com."],
  // Who asks for the alias gets it, and no more.
  ["www.example.com.", dnsType.CNAME, "0 / www.example.com. host.example.com."],
  ["WWW.Example.COM.", dnsType.CNAME, "0 / www.example.com. host.example.com."],
  ["one.example.com.", dnsType.CNAME, "0 / one.example.com. two.example.com."],
])("%s type %i: %s", (name, type, expected) => {
  expect(shown(ask(world, name, type))).toBe(expected);
});

test("aliases that turn in a circle end in SERVFAIL", () => {
  const found = ask(world, "one.example.com.");
  expect(found.rcode).toBe(2);
  expect(found.asked.length).toBeLessThan(20);
});

const bare: Reply = { rcode: 0, authoritative: false, answers: [], authority: [], additional: [] };
test.each<[string, Reply | undefined]>([
  ["silent", undefined],
  ["failing", { ...bare, rcode: 2 }],
  ["refusing", { ...bare, rcode: 5 }],
  ["of no authority", { ...bare, answers: [rr("host.example.com. A 203.0.113.66")] }],
  [
    "sending us up",
    { ...bare, authority: [rr("com. NS a.gtld.net.")], additional: [rr("a.gtld.net. A 192.0.2.2")] },
  ],
  ["sending us to itself", { ...bare, authority: [rr("example.com. NS ns1.example.com.")] }],
  ["speaking of others", { ...bare, authority: [rr("example.org. NS ns1.example.com.")] }],
  ["denying without authority", { ...bare, rcode: 3 }],
])("a server that is %s is passed over", (_, reply) => {
  const others = Object.fromEntries(Object.entries(world).filter(([address]) => address !== "192.0.2.10"));
  const found = ask(reply === undefined ? others : { ...others, "192.0.2.10": reply }, "host.example.com.");
  expect(shown(found)).toBe("0 / host.example.com. 192.0.2.80");
  expect(servers(found)).toEqual([1, 2, 10, 11].map((n) => `${n} host.example.com.`));
});

test("no server answers: SERVFAIL", () => {
  expect(shown(ask({ "192.0.2.1": [root], "192.0.2.2": [com] }, "host.example.com."))).toBe("2");
  expect(shown(ask({}, "host.example.com."))).toBe("2");
});

test("what a server says of names outside its zone is not believed (RFC 5452 §6)", () => {
  const poisoned: Reply = {
    rcode: 0,
    authoritative: true,
    answers: [rr("away.example.com. CNAME www.example.net."), rr("www.example.net. A 203.0.113.66")],
    authority: [],
    additional: [],
  };
  const glue = { zone: "net.", records: ["example.net. NS ns.example.net.", "ns.example.net. A 192.0.2.10"] };
  const lying = { ...world, "192.0.2.3": [glue], "192.0.2.11": poisoned, "192.0.2.10": [exampleNet] };
  const away = ask(lying, "away.example.com.");
  expect(shown(away)).toBe("0 / away.example.com. www.example.net. / www.example.net. 198.51.100.1");
  // Glue for a server of another zone is looked up where that zone is.
  const glued = {
    ...world,
    "192.0.2.3": [{ ...net, records: [...net.records, "ns1.example.com. A 203.0.113.66"] }],
  };
  expect(servers(ask(glued, "www.example.net."))).toContain("10 www.example.net.");
});

test("two zones whose servers live in each other lead nowhere, and that is noticed", () => {
  const circle: Zone = { zone: "com.", records: ["a.com. NS ns.b.com.", "b.com. NS ns.a.com."] };
  const found = ask({ "192.0.2.1": [root], "192.0.2.2": [circle] }, "www.a.com.");
  expect(found.rcode).toBe(2);
  expect(found.asked.length).toBeLessThan(20);
});

test("an address of the other version serves as well", () => {
  const six: Zone = { zone: "com.", records: ["six.com. NS ns.six.com.", "ns.six.com. AAAA 2001:db8::53"] };
  const zone: Zone = { zone: "six.com.", records: ["www.six.com. AAAA 2001:db8::80"] };
  const found = ask({ ...world, "192.0.2.2": [six], "2001:db8::53": [zone] }, "www.six.com.", dnsType.AAAA);
  expect(shown(found)).toBe("0 / www.six.com. 2001:db8::80");
});

test("the limit of questions holds, whatever the servers do", () => {
  const deeper: World = {
    "192.0.2.1": [root],
    "192.0.2.2": [com],
    "192.0.2.10": [example],
    "192.0.2.11": [example],
  };
  const found = ask(deeper, "host.example.com.", dnsType.A, { questions: 2, aliases: 8 });
  expect([found.rcode, found.asked.length]).toEqual([2, 2]);
});
