import { sample, type Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";
import { dhcpMessageBytes } from "#course/generators/dhcp-message.ts";
import { dnsMessageBytes } from "#course/generators/dns-message.ts";
import { documentationEnds, icmpv6MessageBytes } from "#course/generators/icmpv6-message.ts";
import { tcpSegmentBytes } from "#course/generators/tcp-segment.ts";
import { tenEnds, udpDatagramBytes } from "#course/generators/udp-datagram.ts";
import { vxlanPacketBytes } from "#course/generators/vxlan-packet.ts";
import { toHex } from "#net/bytes/hex.ts";
import { parseDhcp } from "#net/wire/dhcp.ts";
import { parseDns } from "#net/wire/dns.ts";
import { parseIcmpv6 } from "#net/wire/icmpv6.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { verifiesTransportChecksum } from "#net/wire/pseudo-header.ts";
import { parseTcp, tcpFlag } from "#net/wire/tcp.ts";
import { parseUdp, udpChecksumStatus } from "#net/wire/udp.ts";
import { parseVxlan } from "#net/wire/vxlan.ts";
import { obeyShrinkingLaws } from "./laws.ts";
import { minimize } from "./minimize.ts";

type Bytes = Uint8Array;
const hex = (text: string): string => text.replaceAll(" ", "");
const at = (bytes: Bytes, offset: number): number => bytes[offset] ?? 0;

/** Each protocol: whole and damaged ones, how they are read, and the simplest message, written out by hand. */
const protocols = {
  udp: {
    whole: udpDatagramBytes(),
    damaged: udpDatagramBytes({ damaged: true }),
    reads: (bytes: Bytes) => parseUdp(bytes).ok,
    // 0a00 + 0001 + 0a00 + 0002 + 0011 + 0008 + 9c40 + 0035 + 0008 = b099
    simplest: "9c40 0035 0008 4f66",
  },
  tcp: {
    whole: tcpSegmentBytes(),
    damaged: tcpSegmentBytes({ damaged: true }),
    reads: (bytes: Bytes) => parseTcp(bytes).ok,
    // 0a00 + 0001 + 0a00 + 0002 + 0006 + 0014 + 9c40 + 0050 + 03e8 + 5002 + faf0 = 1ff87, 1 + ff87 = ff88
    simplest: "9c40 0050 0000 03e8 0000 0000 5002 faf0 0077 0000",
  },
  icmpv6: {
    whole: icmpv6MessageBytes(),
    damaged: icmpv6MessageBytes({ damaged: true }),
    reads: (bytes: Bytes) => parseIcmpv6(bytes).ok,
    // 2001 + 0db8 + 1 + 2001 + 0db8 + 2 + 003a + 8 + 8000 + 1 = db b8 … = dbb8
    simplest: "8000 2447 0000 0001",
  },
  dns: {
    whole: dnsMessageBytes(),
    damaged: dnsMessageBytes({ damaged: true }),
    reads: (bytes: Bytes) => parseDns(bytes).ok,
    simplest: "0000 0100 0000 0000 0000 0000",
  },
  dhcp: {
    whole: dhcpMessageBytes(),
    damaged: dhcpMessageBytes({ damaged: true }),
    reads: (bytes: Bytes) => parseDhcp(bytes).ok,
    simplest: `01 01 06 00 00000001 0000 0000 ${"00000000".repeat(4)} 020000000001 ${"00".repeat(202)} 63825363 ff`,
  },
  vxlan: {
    whole: vxlanPacketBytes({ accepts: (bytes) => parseVxlan(bytes).ok }),
    damaged: vxlanPacketBytes({ damaged: true }),
    reads: (bytes: Bytes) => parseVxlan(bytes).ok,
    simplest: "0800 0000 0000 2a00 020000000002 020000000001 0800",
  },
} as const;

describe.each(Object.entries(protocols))("%s", (_, { whole, damaged, reads, simplest }) => {
  describe("whole", () => obeyShrinkingLaws(whole));
  describe("damaged", () => obeyShrinkingLaws(damaged));

  test("whole ones can be read and stay so while they shrink; of the damaged ones some cannot", () => {
    for (const bytes of sample(whole, { seed: 4, numRuns: 60 })) {
      expect(reads(bytes)).toBe(true);
      for (const { value } of whole.shrink(bytes, undefined)) expect(reads(value)).toBe(true);
    }
    const broken = sample(damaged, { seed: 5, numRuns: 200 }).filter((bytes) => !reads(bytes));
    expect(broken.length).toBeGreaterThan(5);
    expect(broken.length).toBeLessThan(100);
  });

  test("shrink to the simplest message when everything fails", () => {
    for (const bytes of sample(whole, { seed: 6, numRuns: 20 })) {
      expect(toHex(minimize(whole, bytes, () => true).value)).toBe(hex(simplest));
    }
  });
});

/** What remains of a fault that is planted on some messages. */
function shrunk(generator: Arbitrary<Bytes>, fault: (bytes: Bytes) => boolean): Set<string> {
  const failing = sample(generator, { seed: 7, numRuns: 300 }).filter(fault);
  expect(failing.length).toBeGreaterThan(5);
  return new Set(failing.slice(0, 20).map((bytes) => toHex(minimize(generator, bytes, fault).value)));
}

test("a right checksum stays right at every step, over IPv4 and IPv6", () => {
  for (const bytes of sample(udpDatagramBytes(), { seed: 8, numRuns: 60 })) {
    if (udpChecksumStatus(bytes, tenEnds) !== "good") continue;
    const steps = [...udpDatagramBytes().shrink(bytes, undefined)];
    expect(steps.filter(({ value }) => udpChecksumStatus(value, tenEnds) === "bad")).toEqual([]);
  }
  for (const [generator, ends, protocol] of [
    [tcpSegmentBytes(), tenEnds, ipProtocol.tcp],
    [icmpv6MessageBytes(), documentationEnds, ipProtocol.icmpv6],
  ] as const) {
    for (const bytes of sample(generator, { seed: 9, numRuns: 60 })) {
      const all = [bytes, ...[...generator.shrink(bytes, undefined)].map(({ value }) => value)];
      expect(all.every((value) => verifiesTransportChecksum(ends, protocol, value))).toBe(true);
    }
  }
});

describe("a planted fault shrinks to itself alone", () => {
  test("UDP: data of odd length", () => {
    expect(shrunk(udpDatagramBytes(), (bytes) => bytes.length % 2 === 1)).toEqual(
      new Set([hex("9c40 0035 0009 4f64 00")]),
    );
  });

  test("TCP: FIN, and the timestamps among the options", () => {
    const fin = shrunk(tcpSegmentBytes(), (bytes) => (at(bytes, 13) & tcpFlag.FIN) !== 0);
    expect(fin).toEqual(new Set([hex("9c40 0050 0000 03e8 0000 0000 5001 faf0 0078 0000")]));
    const stamped = shrunk(tcpSegmentBytes(), (bytes) => toHex(bytes.subarray(20)).includes("080a"));
    for (const text of stamped) expect(text.slice(40)).toBe(`080a${"00".repeat(10)}`);
  });

  test("DNS: an answer, and a name error", () => {
    const answered = shrunk(dnsMessageBytes(), (bytes) => at(bytes, 7) > 0);
    const record = hex("01 61 07 6578616d706c65 00 0001 0001 0000012c 0004 0a000001");
    expect(answered).toEqual(new Set([hex("0000 0100 0000 0001 0000 0000") + record]));
    const failed = shrunk(dnsMessageBytes(), (bytes) => (at(bytes, 3) & 0xf) === 3);
    expect(failed).toEqual(new Set([hex("0000 0103 0000 0000 0000 0000")]));
  });

  test("DHCP: an offer", () => {
    const offers = shrunk(dhcpMessageBytes(), (bytes) => toHex(bytes.subarray(240)).includes("350102"));
    for (const text of offers) expect(text.slice(480)).toBe("350102ff");
  });

  test("VXLAN: no valid VNI", () => {
    const invalid = shrunk(vxlanPacketBytes(), (bytes) => (at(bytes, 0) & 0x08) === 0);
    expect(invalid).toEqual(new Set([hex("0000 0000 0000 2a00 020000000002 020000000001 0800")]));
  });
});
