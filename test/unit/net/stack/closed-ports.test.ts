import { expect, test } from "vitest";
import { answerClosedPort } from "#net/stack/closed-ports.ts";
import { emitTcp, parseTcp, tcpFlag } from "#net/wire/tcp.ts";
import { bytes, valueOf } from "../vectors.ts";

const ends = { source: 0x0a000001, destination: 0x0a000002 };
const segment = (flags: number, payload: Uint8Array = new Uint8Array()): Uint8Array =>
  valueOf(
    emitTcp({
      sourcePort: 4001,
      destinationPort: 81,
      sequenceNumber: 0xffff_fffe,
      acknowledgmentNumber: 5000,
      flags,
      window: 100,
      urgentPointer: 0,
      options: new Uint8Array(),
      payload,
      checksum: ends,
    }),
  );
/** Flags, sequence and acknowledgment number of the reset, or the kind of answer. */
const answer = (came: Uint8Array): unknown => {
  const answered = answerClosedPort(ends, 6, came);
  if (answered.kind !== "reset") return answered.kind;
  const reset = valueOf(parseTcp(answered.segment));
  expect([reset.sourcePort, reset.destinationPort]).toEqual([81, 4001]);
  return [reset.flags, reset.sequenceNumber, reset.acknowledgmentNumber];
};
const { SYN, ACK, RST, FIN } = tcpFlag;

// RFC 9293 §3.10.7.1.
test("no connection: a segment with ACK is reset where it expects, others are acknowledged whole", () => {
  expect(answer(segment(ACK))).toEqual([RST, 5000, 0]);
  expect(answer(segment(SYN | ACK))).toEqual([RST, 5000, 0]);
  expect(answer(segment(SYN))).toEqual([RST | ACK, 0, 0xffff_ffff]);
  expect(answer(segment(SYN | FIN, bytes("0102")))).toEqual([RST | ACK, 0, 2]);
});

test("neither a reset nor a damaged segment has an answer", () => {
  expect(answer(segment(RST))).toBe("none");
  expect(answer(segment(RST | ACK))).toBe("none");
  const damaged = segment(SYN);
  damaged[15] = 99;
  expect(answer(damaged)).toBe("none");
  expect(answer(bytes("0fa10051"))).toBe("none");
});

test("UDP without a listener is unreachable, unless it is damaged or, over IPv6, without a checksum", () => {
  const six = { source: 1n, destination: 2n };
  const datagram = bytes("0035003500080000");
  expect(answerClosedPort(ends, 17, datagram)).toEqual({ kind: "port-unreachable" });
  expect(answerClosedPort(six, 17, datagram)).toEqual({ kind: "none" });
  expect(answerClosedPort(ends, 17, bytes("0035003500080001"))).toEqual({ kind: "none" });
  expect(answerClosedPort(ends, 253, datagram)).toEqual({ kind: "protocol-unreachable" });
});
