import { expect, test } from "vitest";
import { readU16, writeU16 } from "#net/bytes/big-endian.ts";
import { toHex } from "#net/bytes/hex.ts";
import { natPacketInbound, natPacketOutbound, type NatBoxStep } from "#net/stack/nat-box.ts";
import { emptyNatState, type NatState } from "#net/stack/nat-state.ts";
import { natLifetimes, type NatRules } from "#net/stack/nat.ts";
import { formatIpv4Address, parseIpv4Address } from "#net/wire/address.ts";
import { emitIcmpv4, parseIcmpv4 } from "#net/wire/icmpv4.ts";
import { parseIpv4, verifiesIpv4Checksum } from "#net/wire/ipv4.ts";
import { verifiesTransportChecksum } from "#net/wire/pseudo-header.ts";
import { emitTcp, parseTcp, tcpFlag } from "#net/wire/tcp.ts";
import { valueOf } from "../vectors.ts";
import { packet4 } from "./packets.ts";
import { prefix } from "./written.ts";

const ip = (text: string): number => parseIpv4Address(text) ?? -1;
const rules: NatRules = {
  outside: ip("203.0.113.5"),
  inside: prefix("192.168.100.0/24"),
  ports: [20_000, 20_009],
  forwards: [
    { protocol: 6, port: 80, to: ip("192.168.100.80"), toPort: 8080 },
    { protocol: 6, port: 21, to: ip("192.168.100.21"), toPort: 21 },
  ],
  ...natLifetimes,
};

type Talk = { text?: string; seq?: number; ack?: number; flags?: number; sack?: number[] };
const endpoint = (text: string): { address: number; port: number } => {
  const [address = "", port = ""] = text.split(":");
  return { address: ip(address), port: Number(port) };
};

/** `tcp("192.168.100.10:5000", "198.51.100.7:80", { … })`: a segment in its packet. */
function tcp(
  from: string,
  to: string,
  { text = "", seq = 1, ack = 1, flags, sack = [] }: Talk = {},
): Uint8Array {
  const [source, destination] = [endpoint(from), endpoint(to)];
  const options = sack.length === 0 ? [] : [1, 5, 2 + 4 * sack.length, ...sack.flatMap(word)];
  const payload = valueOf(
    emitTcp({
      sourcePort: source.port,
      destinationPort: destination.port,
      sequenceNumber: seq,
      acknowledgmentNumber: ack,
      flags: flags ?? tcpFlag.ACK,
      window: 1000,
      urgentPointer: 0,
      options: Uint8Array.from(options),
      checksum: { source: source.address, destination: destination.address },
      payload: new TextEncoder().encode(text),
    }),
  );
  return packet4({ source: source.address, destination: destination.address, protocol: 6, payload });
}
const word = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);

/** What left, as `from > to seq ack text`, its checksums verified; or why nothing did. */
function told({ verdict }: NatBoxStep): string {
  if (verdict.action === "drop") return verdict.reason;
  const packet = valueOf(parseIpv4(verdict.packet));
  expect(verifiesIpv4Checksum(verdict.packet)).toBe(true);
  expect(verifiesTransportChecksum(packet, packet.protocol, packet.payload)).toBe(true);
  const segment = valueOf(parseTcp(packet.payload));
  const from = `${formatIpv4Address(packet.source)}:${segment.sourcePort}`;
  const to = `${formatIpv4Address(packet.destination)}:${segment.destinationPort}`;
  const text = new TextDecoder().decode(segment.payload);
  return `${from} > ${to} ${segment.sequenceNumber} ${segment.acknowledgmentNumber} ${text}`.trim();
}

/** A box that remembers; times in ms. */
function box(own = rules) {
  let state: NatState = emptyNatState;
  const keep = (step: NatBoxStep): NatBoxStep => {
    state = step.state;
    return step;
  };
  return {
    out: (packet: Uint8Array, now = 0) => keep(natPacketOutbound(own, state, packet, now, 0)),
    in: (packet: Uint8Array, now = 0) => keep(natPacketInbound(own, state, packet, now)),
    state: () => state,
  };
}
const [client, server, outer] = ["192.168.100.10:5000", "198.51.100.7:80", "203.0.113.5:20000"];

test("a segment goes out and its answer comes back; what nobody asked for does not", () => {
  const nat = box();
  expect(told(nat.out(tcp(client, server)))).toBe(`${outer} > ${server} 1 1`);
  expect(told(nat.in(tcp(server, outer)))).toBe(`${server} > ${client} 1 1`);
  expect(told(nat.in(tcp("198.51.100.8:80", outer)))).toBe("unsolicited");
});

test("RFC 5382 REQ-5: a dialogue that is half open or closed is forgotten after four minutes, one that stands is not", () => {
  const { SYN, ACK, FIN, RST } = tcpFlag;
  const minutes = 60_000;
  /** What becomes of the server's next segment after these, a minute apart, and a silence of `wait` minutes. */
  const after = (said: readonly (readonly ["out" | "in", number])[], wait: number): string => {
    const nat = box();
    let now = 0;
    for (const [direction, flags] of said) {
      const packet = direction === "out" ? tcp(client, server, { flags }) : tcp(server, outer, { flags });
      expect(told(nat[direction](packet, now))).toContain(">");
      now += minutes;
    }
    return told(nat.in(tcp(server, outer), now - minutes + wait * minutes)).replace(/^.*>.*$/, "in");
  };
  const opened = [
    ["out", SYN],
    ["in", SYN | ACK],
    ["out", ACK],
  ] as const;
  expect(after([["out", SYN]], 3.9)).toBe("in");
  expect(after([["out", SYN]], 4)).toBe("unsolicited");
  expect(after(opened, 123.9)).toBe("in");
  expect(after(opened, 124)).toBe("unsolicited");
  // One side may still speak after the other has closed.
  expect(after([...opened, ["out", FIN | ACK]], 123.9)).toBe("in");
  expect(after([...opened, ["out", FIN | ACK], ["in", FIN | ACK]], 3.9)).toBe("in");
  expect(after([...opened, ["out", FIN | ACK], ["in", FIN | ACK]], 4)).toBe("unsolicited");
  expect(after([...opened, ["in", RST]], 4)).toBe("unsolicited");
  // The same ports again: a new beginning.
  expect(after([...opened, ["out", RST], ...opened], 123.9)).toBe("in");
  // A box that was switched on in the middle of it.
  expect(after([["out", ACK]], 123.9)).toBe("in");
});

test("fragments, other protocols and what is no packet are refused by name", () => {
  const nat = box();
  const of = (fields: object): string =>
    told(nat.out(packet4({ source: ip("192.168.100.10"), payload: new Uint8Array(8), ...fields })));
  expect(of({ mf: true })).toBe("fragment");
  expect(of({ fragmentOffset: 8 })).toBe("fragment");
  expect(of({ protocol: 47 })).toBe("protocol");
  expect(told(nat.out(new Uint8Array(19)))).toBe("truncated");
  expect(told(nat.in(new Uint8Array(20)))).toBe("version");
});

test("an inside host reaches a forwarded service by the outside address, and hears from that address", () => {
  const nat = box();
  const [asked, service] = ["203.0.113.5:80", "192.168.100.80:8080"];
  expect(told(nat.out(tcp(client, asked)))).toBe(`${outer} > ${service} 1 1`);
  expect(told(nat.out(tcp(service, outer)))).toBe(`${asked} > ${client} 1 1`);
  // Behind another port nothing stands, and the attempt leaves nothing behind.
  const before = nat.state();
  expect(told(nat.out(tcp(client, "203.0.113.5:81")))).toBe("unsolicited");
  expect(nat.state()).toEqual(before);
});

const unreachable = (from: string, to: string, quoted: Uint8Array, damage = 0): Uint8Array => {
  const message = valueOf(emitIcmpv4({ type: 3, code: 3, rest: 0, data: quoted.subarray(0, 28) }));
  message[9] = (message[9] ?? 0) ^ damage;
  return packet4({ source: ip(from), destination: ip(to), protocol: 1, payload: message });
};
const quotedIn = (step: NatBoxStep): [string, string, string, string] => {
  if (step.verdict.action === "drop") throw new Error(step.verdict.reason);
  const packet = valueOf(parseIpv4(step.verdict.packet));
  expect(verifiesIpv4Checksum(step.verdict.packet)).toBe(true);
  const message = valueOf(parseIcmpv4(packet.payload));
  // RFC 792: the checksum covers the quoted packet as it is now.
  expect(valueOf(emitIcmpv4({ ...message }))).toEqual(packet.payload);
  expect(verifiesIpv4Checksum(message.data)).toBe(true);
  const from = formatIpv4Address(readU16(message.data, 12) * 65_536 + readU16(message.data, 14));
  const to = formatIpv4Address(readU16(message.data, 16) * 65_536 + readU16(message.data, 18));
  return [
    formatIpv4Address(packet.source),
    formatIpv4Address(packet.destination),
    `${from}:${readU16(message.data, 20)}`,
    `${to}:${readU16(message.data, 22)}`,
  ];
};

test("an ICMP error finds the host whose packet it is about, and quotes that packet as the host sent it", () => {
  const nat = box();
  const sent = nat.out(tcp(client, server));
  if (sent.verdict.action === "drop") throw new Error(sent.verdict.reason);
  const error = unreachable("198.51.100.1", "203.0.113.5", sent.verdict.packet);
  expect(quotedIn(nat.in(error, 1000))).toEqual(["198.51.100.1", "192.168.100.10", client, server]);
  // RFC 5508 REQ-3: damaged errors are not passed on; REQ-4: nor those about dialogues that are none.
  expect(told(nat.in(unreachable("198.51.100.1", "203.0.113.5", sent.verdict.packet, 1)))).toBe("icmp-error");
  const foreign = tcp("203.0.113.5:20001", server);
  expect(told(nat.in(unreachable("198.51.100.1", "203.0.113.5", foreign)))).toBe("icmp-error");
  // REQ-6: an error keeps no dialogue alive.
  expect(told(nat.in(error, natLifetimes.tcpLifetime))).toBe("icmp-error");
});

test("an ICMP error from inside comes from the box and quotes the packet as the box received it", () => {
  const nat = box();
  const asked = tcp(server, "203.0.113.5:80");
  const let_in = nat.in(asked);
  if (let_in.verdict.action === "drop") throw new Error(let_in.verdict.reason);
  // RFC 5508 REQ-5 c: also when a router further inside complains.
  const error = unreachable("192.168.100.1", "198.51.100.7", let_in.verdict.packet);
  expect(quotedIn(nat.out(error))).toEqual(["203.0.113.5", "198.51.100.7", server, "203.0.113.5:80"]);
  expect(told(nat.out(unreachable("192.168.100.1", "198.51.100.7", asked)))).toBe("icmp-error");
});

test("a quoted header that is damaged is not trusted", () => {
  const nat = box();
  const sent = nat.out(tcp(client, server));
  if (sent.verdict.action === "drop") throw new Error(sent.verdict.reason);
  const quoted = sent.verdict.packet.slice();
  writeU16(quoted, 10, readU16(quoted, 10) ^ 1);
  expect(told(nat.in(unreachable("198.51.100.1", "203.0.113.5", quoted)))).toBe("icmp-error");
});

const [ftpClient, ftpServer, ftpOuter] = ["192.168.100.10:4000", "198.51.100.7:21", "203.0.113.5:20000"];
/** 192.168.100.10 port 4001. The port that the box gives is free towards port 20, whoever has it towards port 21. */
const port = "PORT 192,168,100,10,15,161\r\n";
const portOutside = "PORT 203,0,113,5,78,32\r\n";
const delta = portOutside.length - port.length;

test("PORT says the box's address; what follows is renumbered both ways; the server's connection comes in", () => {
  const nat = box();
  const say = (seq: number, text: string, ack = 500) =>
    told(nat.out(tcp(ftpClient, ftpServer, { seq, ack, text })));
  const hear = (ack: number, sack: number[] = []) =>
    nat.in(tcp(ftpServer, ftpOuter, { seq: 500, ack, sack }));
  expect(say(100, "USER x\r\n")).toBe(`${ftpOuter} > ${ftpServer} 100 500 USER x`);
  expect(say(108, port)).toBe(`${ftpOuter} > ${ftpServer} 108 500 ${portOutside.trim()}`);
  // Sent again, it is the same line on the same port.
  expect(say(108, port)).toBe(`${ftpOuter} > ${ftpServer} 108 500 ${portOutside.trim()}`);
  const next = 108 + port.length;
  expect(say(next, "LIST\r\n")).toBe(`${ftpOuter} > ${ftpServer} ${next + delta} 500 LIST`);
  expect(told(hear(108))).toBe(`${ftpServer} > ${ftpClient} 500 108`);
  expect(told(hear(next + delta))).toBe(`${ftpServer} > ${ftpClient} 500 ${next}`);
  expect(told(hear(next + delta + 6))).toBe(`${ftpServer} > ${ftpClient} 500 ${next + 6}`);
  // Half of a line that the client never sent acknowledges none of it.
  expect(told(hear(110))).toBe(`${ftpServer} > ${ftpClient} 500 108`);
  // RFC 2018: the edges of a SACK block are acknowledgments too.
  const sacked = hear(108, [next + delta, next + delta + 6]);
  expect(told(sacked)).toBe(`${ftpServer} > ${ftpClient} 500 108`);
  if (sacked.verdict.action === "transmit") {
    const options = valueOf(parseTcp(sacked.verdict.packet.subarray(20))).options;
    expect(toHex(options)).toBe(
      `01050a${[next, next + 6].map((edge) => toHex(Uint8Array.from(word(edge)))).join("")}00`,
    );
  }

  const data = "203.0.113.5:20000";
  expect(told(nat.in(tcp("198.51.100.7:20", data)))).toBe("198.51.100.7:20 > 192.168.100.10:4001 1 1");
  expect(told(nat.out(tcp("192.168.100.10:4001", "198.51.100.7:20")))).toBe(`${data} > 198.51.100.7:20 1 1`);
  expect(told(nat.in(tcp("198.51.100.8:20", data)))).toBe("unsolicited");
  // The announcement ends with the control connection.
  expect(told(nat.in(tcp("198.51.100.7:19", data), natLifetimes.tcpLifetime))).toBe("unsolicited");
});

test("two lines add up, in numbers that wrap", () => {
  const nat = box();
  const start = 2 ** 32 - 10;
  const at = (count: number): number => (start + count) % 2 ** 32;
  nat.out(tcp(ftpClient, ftpServer, { seq: start, text: port }));
  const second = "PORT 192,168,100,10,15,162\r\n";
  const sent = told(nat.out(tcp(ftpClient, ftpServer, { seq: at(port.length), text: second })));
  expect(sent).toBe(`${ftpOuter} > ${ftpServer} ${at(portOutside.length)} 1 PORT 203,0,113,5,78,33`);
  const after = told(nat.out(tcp(ftpClient, ftpServer, { seq: at(2 * port.length) })));
  expect(after).toBe(`${ftpOuter} > ${ftpServer} ${at(2 * portOutside.length)} 1`);
  const heard = told(nat.in(tcp(ftpServer, ftpOuter, { ack: at(2 * portOutside.length) })));
  expect(heard).toBe(`${ftpServer} > ${ftpClient} 1 ${at(2 * port.length)}`);
});

test("a new connection between the same ports begins with its own numbers", () => {
  const nat = box();
  nat.out(tcp(ftpClient, ftpServer, { seq: 100, text: port }));
  expect(told(nat.out(tcp(ftpClient, ftpServer, { seq: 9000, flags: tcpFlag.SYN })))).toContain(" 9000 ");
  expect(told(nat.out(tcp(ftpClient, ftpServer, { seq: 9001 })))).toContain(" 9001 ");
  expect(told(nat.in(tcp(ftpServer, ftpOuter, { ack: 9001 })))).toContain(" 1 9001");
  expect(nat.state().ftp).toEqual([]);
});

test("the 227 of a server inside says the box's address, and the client's connection comes in", () => {
  const nat = box();
  const caller = "198.51.100.9:6000";
  nat.in(tcp(caller, "203.0.113.5:21"));
  const answer = "227 Entering Passive Mode (192,168,100,21,15,161).\r\n";
  expect(told(nat.out(tcp("192.168.100.21:21", caller, { text: answer })))).toBe(
    `203.0.113.5:21 > ${caller} 1 1 227 Entering Passive Mode (203,0,113,5,78,32).`,
  );
  expect(told(nat.in(tcp("198.51.100.9:6001", "203.0.113.5:20000")))).toBe(
    "198.51.100.9:6001 > 192.168.100.21:4001 1 1",
  );
});

test.each([
  ["an endpoint of somebody else", ftpServer, "PORT 192,168,100,11,15,161\r\n"],
  ["a line that is not whole", ftpServer, "PORT 192,168,100,10,15,161"],
  ["a connection that is not FTP", "198.51.100.7:2121", port],
  ["an answer that only servers give", ftpServer, "227 x (192,168,100,10,15,161)\r\n"],
])("%s is left alone", (_, to, text) => {
  const nat = box();
  expect(told(nat.out(tcp(ftpClient, to, { text })))).toBe(`${ftpOuter} > ${to} 1 1 ${text.trim()}`);
  expect(nat.state().ftp).toEqual([]);
});

test("without a port left for it the line does not go out", () => {
  const nat = box({ ...rules, ports: [20_000, 20_000] });
  nat.out(tcp("192.168.100.10:1", "198.51.100.7:20"));
  expect(told(nat.out(tcp(ftpClient, ftpServer, { text: port })))).toBe("ports-exhausted");
});

test("a damaged line is renumbered, never mended", () => {
  const nat = box();
  nat.out(tcp(ftpClient, ftpServer, { seq: 100, text: port }));
  const damaged = tcp(ftpClient, ftpServer, { seq: 100 + port.length, text: port });
  damaged[damaged.length - 4] = (damaged[damaged.length - 4] ?? 0) ^ 1;
  const { verdict } = nat.out(damaged);
  if (verdict.action === "drop") throw new Error(verdict.reason);
  const packet = valueOf(parseIpv4(verdict.packet));
  expect(valueOf(parseTcp(packet.payload)).sequenceNumber).toBe(100 + portOutside.length);
  expect(verifiesTransportChecksum(packet, 6, packet.payload)).toBe(false);
});
