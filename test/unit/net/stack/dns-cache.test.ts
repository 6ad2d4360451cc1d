import { array, constantFrom, integer, nat, property, record } from "fast-check";
import { expect, test } from "vitest";
import { dnsRcode, lookUp, remember, type DnsCache } from "#net/stack/dns-cache.ts";
import { dnsType } from "#net/wire/dns-rdata.ts";
import { dnsClassIn, type DnsMessage, type DnsRecord } from "#net/wire/dns.ts";
import { holds } from "../holds.ts";

const a = (name: string, ttl: number): DnsRecord => ({
  name,
  type: dnsType.A,
  class: dnsClassIn,
  ttl,
  data: { kind: "ipv4", address: 1 },
});
const cname = (name: string, target: string, ttl: number): DnsRecord => ({
  name,
  type: dnsType.CNAME,
  class: dnsClassIn,
  ttl,
  data: { kind: "name", name: target },
});
const soa = (ttl: number, minimum: number): DnsRecord => ({
  name: "example.",
  type: dnsType.SOA,
  class: dnsClassIn,
  ttl,
  data: { kind: "soa", mname: ".", rname: ".", serial: 1, refresh: 1, retry: 1, expire: 1, minimum },
});
const question = (name: string, type: number = dnsType.A) => ({ name, type, class: dnsClassIn });
const message = (
  name: string,
  answers: DnsRecord[],
  rcode: number = dnsRcode.NOERROR,
  authority: DnsRecord[] = [],
): DnsMessage => ({
  id: 1,
  flags: 0,
  opcode: 0,
  rcode,
  questions: [question(name)],
  answers,
  authority,
  additional: [],
});

test("names are equal without regard to case; an answer lasts for its TTL and not a millisecond longer", () => {
  const cache = remember([], message("www.Example.", [a("www.Example.", 2)]), 1000);
  expect(lookUp(cache, question("WWW.example."), 1500)?.answers.map(({ ttl }) => ttl)).toEqual([2]);
  expect(lookUp(cache, question("www.example."), 2999)?.answers.map(({ ttl }) => ttl)).toEqual([1]);
  expect(lookUp(cache, question("www.example."), 3000)).toBeNull();
});

test("a TTL of zero, or with its highest bit set, is not kept", () => {
  expect(remember([], message("a.", [a("a.", 0)]), 0)).toEqual([]);
  expect(remember([], message("a.", [a("a.", 2 ** 31)]), 0)).toEqual([]);
});

test("an alias without its target is no answer", () => {
  const cache = remember([], message("w.", [cname("w.", "t.", 9), a("t.", 3)]), 0);
  expect(lookUp(cache, question("w."), 2000)?.answers.map(({ name, ttl }) => [name, ttl])).toEqual([
    ["w.", 7],
    ["t.", 1],
  ]);
  expect(lookUp(cache, question("w."), 3000)).toBeNull();
  expect(lookUp(cache, question("w.", dnsType.CNAME), 3000)?.answers.length).toBe(1);
});

test("aliases in a circle end", () => {
  const cache = remember([], message("x.", [cname("x.", "y.", 9), cname("y.", "x.", 9)]), 0);
  expect(lookUp(cache, question("x."), 1)).toBeNull();
});

test("NXDOMAIN holds for every type, for the lesser of the SOA's TTL and MINIMUM; no data for one type", () => {
  for (const [ttl, minimum] of [
    [8, 3],
    [3, 8],
  ] as const) {
    const cache = remember([], message("n.", [], dnsRcode.NXDOMAIN, [soa(ttl, minimum)]), 0);
    expect(lookUp(cache, question("n.", dnsType.AAAA), 2999)).toEqual({ rcode: 3, answers: [] });
    expect(lookUp(cache, question("n."), 3000)).toBeNull();
  }
  const noData = remember([], message("n.", [], dnsRcode.NOERROR, [soa(5, 5)]), 0);
  expect(lookUp(noData, question("n."), 1)).toEqual({ rcode: 0, answers: [] });
  expect(lookUp(noData, question("n.", dnsType.AAAA), 1)).toBeNull();
  expect(remember([], message("n.", [], dnsRcode.NXDOMAIN), 0)).toEqual([]);
  expect(remember([], message("n.", [], 2, [soa(5, 5)]), 0)).toEqual([]);
});

test("whatever is learnt in whatever order: the last answer for a name counts, until its TTL is over", () => {
  const event = record({ wait: nat(3000), name: constantFrom("a.", "b."), ttl: integer({ min: 1, max: 5 }) });
  holds(
    property(array(event, { maxLength: 20 }), (events) => {
      let [now, cache]: [number, DnsCache] = [0, []];
      const ends = new Map<string, number>();
      for (const { wait, name, ttl } of events) {
        now += wait;
        cache = remember(cache, message(name, [a(name, ttl)]), now);
        ends.set(name, now + ttl * 1000);
        for (const one of ["a.", "b."]) {
          const left = (ends.get(one) ?? 0) - now;
          expect(lookUp(cache, question(one), now)?.answers[0]?.ttl ?? 0).toBe(
            Math.max(0, Math.ceil(left / 1000)),
          );
        }
      }
    }),
  );
});
