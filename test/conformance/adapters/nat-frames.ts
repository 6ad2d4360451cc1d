import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readU16, writeU16, writeU8 } from "#net/bytes/big-endian.ts";
import { toHex } from "#net/bytes/hex.ts";
import { readPcap } from "#net/capture/pcap.ts";
import { natPacketInbound, natPacketOutbound } from "#net/stack/nat-box.ts";
import { emptyNatState } from "#net/stack/nat-state.ts";
import { natLifetimes, type NatRules } from "#net/stack/nat.ts";
import { formatIpv4Address } from "#net/wire/address.ts";
import { updateChecksum } from "#net/wire/checksum.ts";
import { etherType, parseEthernet } from "#net/wire/ethernet.ts";
import { icmpv4Type } from "#net/wire/icmpv4.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { ipv4Offsets, parseIpv4, type Ipv4Packet } from "#net/wire/ipv4.ts";
import { containsAddress } from "#net/wire/prefix.ts";
import { ipv4, must, prefix } from "../addresses.ts";
import { same, type Check, type Failure, type Report, type Suite } from "../suite.ts";

/** An IPv4 packet of one of the two captures, without its frame. `time` in microseconds. */
type Seen = {
  readonly time: number;
  readonly side: "inside" | "outside";
  readonly mac: number;
  readonly to: number;
  readonly bytes: Uint8Array;
  readonly packet: Ipv4Packet;
};

function readSide(folder: string, side: Seen["side"]): Seen[] {
  const capture = readPcap(readFileSync(join(folder, `nat-${side}.pcap`)));
  if (!capture.ok) throw new Error(`nat-${side}.pcap: ${capture.error.code}`);
  return capture.value.frames.flatMap(({ seconds, nanoseconds, data }): Seen[] => {
    const frame = parseEthernet(data);
    if (!frame.ok || frame.value.etherType !== etherType.ipv4) return [];
    const packet = parseIpv4(frame.value.payload);
    if (!packet.ok) throw new Error(`nat-${side}.pcap: ${packet.error.code}`);
    const { source: mac, destination: to, payload } = frame.value;
    const bytes = payload.subarray(0, packet.value.totalLength);
    return [{ time: seconds * 1e6 + nanoseconds / 1000, side, mac, to, bytes, packet: packet.value }];
  });
}

/** What `iptables-save` printed: addresses of the box, the service that it forwards, masquerading on both sides. */
function rulesOf(text: string): Omit<NatRules, "hairpin"> {
  const [, outside, port, to, toPort] = must(
    /-A PREROUTING -d ([0-9.]+)\/32 .*--dport (\d+) .*--to-destination ([0-9.]+):(\d+)/.exec(text),
    "DNAT rule",
  );
  const [, inside = ""] = must(/-A POSTROUTING -s (\S+)/.exec(text), "SNAT rule");
  return {
    outside: ipv4(outside ?? ""),
    inside: prefix(inside),
    ports: null,
    forwards: [{ protocol: ipProtocol.tcp, port: Number(port), to: ipv4(to ?? ""), toPort: Number(toPort) }],
    ...natLifetimes,
  };
}

const isInside = ({ inside }: Pick<NatRules, "inside">, address: number): boolean =>
  containsAddress(inside, { version: 4, value: BigInt(address) });

/** The router that the box is: it lowers the TTL of what it passes on (RFC 1812 §5.3.1). */
function routed(packet: Uint8Array): Uint8Array {
  const copy = packet.slice();
  const before = readU16(copy, ipv4Offsets.ttl);
  writeU8(copy, ipv4Offsets.ttl, (before >>> 8) - 1);
  const checksum = readU16(copy, ipv4Offsets.checksum);
  writeU16(copy, ipv4Offsets.checksum, updateChecksum(checksum, before, readU16(copy, ipv4Offsets.ttl)));
  return copy;
}

/**
 * Everything that came into the box of captures/nat-inside and nat-outside goes through ours, in the order of the
 * clock; what ours sends out must be, byte for byte, what the kernel sent out next on that side.
 */
export const natFrames: Suite = (document, folder): Report => {
  const rules = rulesOf(z.string().parse(document));
  const seen = [...readSide(folder, "inside"), ...readSide(folder, "outside")].sort(
    (a, b) => a.time - b.time,
  );
  const cards = {
    inside: must(seen.find((s) => s.side === "inside" && !isInside(rules, s.packet.source)) ?? null, "frame")
      .mac,
    outside: must(
      seen.find((s) => s.side === "outside" && s.packet.source === rules.outside) ?? null,
      "frame",
    ).mac,
  };
  const leaves = (s: Seen): boolean => s.mac === cards[s.side];
  const own = seen.find((s) => leaves(s) && s.side === "inside" && isInside(rules, s.packet.source));
  const box: NatRules = own === undefined ? rules : { ...rules, hairpin: own.packet.source };
  const queues = {
    inside: seen.filter((s) => leaves(s) && s.side === "inside"),
    outside: seen.filter((s) => leaves(s) && s.side === "outside"),
  };

  let state = emptyNatState;
  let passed = 0;
  const failures: Failure[] = [];
  for (const { side, time, bytes, packet } of seen.filter((s) => !leaves(s))) {
    const now = time / 1000;
    const input = { side, hex: toHex(bytes) };
    const checks: Check[] = [];
    if (packet.ttl <= 1) {
      // The router inside the box answers itself; NAT has no part in it.
      const answer = queues[side].shift()?.packet.payload;
      checks.push(same("answer", icmpv4Type.timeExceeded, answer?.[0]));
    } else {
      // A port that the kernel drew is read from its frame: 1024 is where our search begins.
      const drawn = readU16(queues.outside[0]?.packet.payload ?? new Uint8Array(), 0) - 1024;
      const step =
        side === "inside"
          ? natPacketOutbound(box, state, bytes, now, drawn)
          : natPacketInbound(box, state, bytes, now);
      state = step.state;
      if (step.verdict.action === "drop") checks.push(same("verdict", "transmit", step.verdict.reason));
      else {
        const sent = routed(step.verdict.packet);
        const out = isInside(rules, must(parsed(sent), "packet").destination) ? "inside" : "outside";
        const expected = queues[out].shift();
        checks.push(
          same(`leaves ${out}`, expected === undefined ? null : toHex(expected.bytes), toHex(sent)),
        );
      }
    }
    const wrong = checks.filter(({ expected, actual }) => expected !== actual);
    if (wrong.length === 0) passed++;
    else failures.push({ input, checks: wrong });
  }
  for (const { side, packet } of [...queues.inside, ...queues.outside]) {
    const input = { side, to: formatIpv4Address(packet.destination) };
    failures.push({ input, checks: [same("sent", toHex(packet.payload), null)] });
  }
  return { passed, notScored: 0, failures, faulty: [] };
};

const parsed = (bytes: Uint8Array): Ipv4Packet | null => {
  const packet = parseIpv4(bytes);
  return packet.ok ? packet.value : null;
};
