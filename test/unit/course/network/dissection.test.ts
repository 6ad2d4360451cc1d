import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { layersOf } from "../../../../src/course/network/dissection/layers.ts";
import { summarise } from "../../../../src/course/network/dissection/summary.ts";
import { fromHex } from "../../../../src/net/bytes/hex.ts";
import { readPcap } from "../../../../src/net/capture/pcap.ts";

const folder = fileURLToPath(new URL("../../../conformance/data/captures/", import.meta.url));
const captures = readdirSync(folder).filter((name) => name.endsWith(".pcap"));

function framesOf(name: string): readonly Uint8Array[] {
  const capture = readPcap(readFileSync(`${folder}${name}`));
  return capture.ok ? capture.value.frames.map(({ data }) => data) : [];
}

/** tshark's names for the headers that we know; it lists others (`data`, `ethertype`) that are none of ours. */
const ours = new Map([
  ["eth", "ethernet"],
  ["arp", "arp"],
  ["ip", "ipv4"],
  ["ipv6", "ipv6"],
  ["icmp", "icmpv4"],
  ["icmpv6", "icmpv6"],
  ["udp", "udp"],
  ["tcp", "tcp"],
  ["dns", "dns"],
  ["dhcp", "dhcp"],
  ["vxlan", "vxlan"],
]);
const decoded = z.array(z.object({ "frame.protocols": z.string(), "udp.length": z.string().optional() }));

/** tshark goes by the port alone: it calls five bytes to port 53 DNS, and the pieces of a TCP stream too. */
const isDns = (row: z.infer<typeof decoded>[number]): boolean => Number(row["udp.length"] ?? 0) >= 8 + 12;

describe("the headers of a frame are those that tshark finds", () => {
  test.each(captures)("%s", (name) => {
    const frames = framesOf(name);
    const rows = decoded.parse(
      JSON.parse(readFileSync(`${folder}${name.replace(".pcap", ".tshark.json")}`, "utf8")),
    );
    expect(frames.length).toBe(rows.length);
    rows.forEach((row, i) => {
      const expected = row["frame.protocols"]
        .split(":")
        .flatMap((one) => (one === "dns" && !isDns(row) ? [] : (ours.get(one) ?? [])));
      const layers = layersOf(frames[i] ?? new Uint8Array()).map(({ layout }) => layout.name);
      expect(layers, `frame ${i + 1}`).toEqual(expected);
    });
  });
});

const bytes = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();

describe("a frame in one line, as Wireshark 4 says it", () => {
  test.each([
    [
      "an ARP request",
      "ffff ffff ffff 0a22 3344 5566 0806 0001 0800 0604 0001 0a22 3344 5566 0af4 0105 0000 0000 0000 0af4 0101",
      ["0a:22:33:44:55:66", "Broadcast", "ARP", "Who has 10.244.1.1? Tell 10.244.1.5"],
    ],
    [
      "an echo request",
      "aabb ccdd eeff 0a22 3344 5566 0800 4500 001c 0001 0000 4001 66dd 0a00 0001 0a00 0002 0800 eb34 1234 0001",
      ["10.0.0.1", "10.0.0.2", "ICMP", "Echo (ping) request id=0x1234, seq=1, ttl=64"],
    ],
    [
      "a SYN",
      "aabb ccdd eeff 0a22 3344 5566 0800 4500 0028 0001 4000 4006 1eb3 0af4 0105 0808 0808 d431 01bb 0000 03e8 0000 0000 5002 faf0 5f2a 0000",
      ["10.244.1.5", "8.8.8.8", "TCP", "54321 → 443 [SYN] Seq=1000 Win=64240 Len=0"],
    ],
  ])("%s", (_, text, [source, destination, protocol, info]) => {
    expect(summarise(bytes(text))).toEqual({
      source,
      destination,
      protocol,
      info,
      length: bytes(text).length,
    });
  });

  test("whatever the bytes are, and wherever a real frame is cut", () => {
    const frames = captures.flatMap((name) => framesOf(name).slice(0, 4));
    fc.assert(
      fc.property(fc.constantFrom(...frames), fc.nat(200), (frame, length) => {
        const { info, protocol } = summarise(frame.subarray(0, length));
        expect(info.length + protocol.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 120 }), (any) => summarise(any).info !== ""));
  });
});
