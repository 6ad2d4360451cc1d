import { array, constantFrom, integer, nat, property, record, uint8Array, type Arbitrary } from "fast-check";
import { expect, test } from "vitest";
import type { BareSegment } from "#net/stack/tcp-reset.ts";
import { segmentArrives } from "#net/stack/tcp/arrival.ts";
import { abort, close, closedEnd, connect, elapse, listen, write } from "#net/stack/tcp/calls.ts";
import type { Connection, TcpStep } from "#net/stack/tcp/connection.ts";
import { retransmission } from "#net/stack/tcp/transmission.ts";
import { tcpFlag, type TcpSegment } from "#net/wire/tcp.ts";
import { holds } from "../holds.ts";

// Near the end of the sequence space, so that every dialogue wraps.
const client = { localPort: 50_000, remotePort: 80, iss: 2 ** 32 - 2, rcvWnd: 1000, mss: 100 };
const server = { localPort: 80, remotePort: 0, iss: 2 ** 32 - 7, rcvWnd: 500, mss: 70 };

const onWire = (segment: BareSegment): TcpSegment => ({
  ...segment,
  dataOffset: 20,
  reserved: 0,
  checksum: 0,
});
const bytes = (...list: number[]): Uint8Array => Uint8Array.from(list);

/** Two ends and what flies between them. */
class Dialogue {
  ends: [Connection, Connection];
  flying: [BareSegment[], BareSegment[]] = [[], []];
  read: [number[], number[]] = [[], []];
  signals: string[] = [];

  constructor(first: Connection, second: Connection) {
    this.ends = [first, second];
  }

  apply(side: 0 | 1, step: TcpStep | null): void {
    if (step === null) throw new Error("this call is not possible now");
    this.ends[side] = step.connection;
    this.flying[side].push(...step.send);
    this.read[side].push(...step.delivered);
    if (step.signal !== null) this.signals.push(`${side} ${step.signal}`);
  }

  /** The segment at `index` of those that `from` has sent arrives. */
  deliver(from: 0 | 1, index = 0): void {
    const [segment] = this.flying[from].splice(index, 1);
    if (segment === undefined) return;
    const to = from === 0 ? 1 : 0;
    this.apply(to, segmentArrives(this.ends[to], onWire(segment), 0));
  }

  /** Until nothing flies; an exchange of more than 1000 segments is endless. */
  settle(): void {
    let rounds = 0;
    while (this.flying[0].length + this.flying[1].length > 0) {
      if (rounds++ > 1000) throw new Error("endless");
      this.deliver(this.flying[0].length > 0 ? 0 : 1);
    }
  }

  get states(): string {
    return this.ends.map(({ state }) => state).join(" ");
  }
}

function opened(): Dialogue {
  const start = connect(client);
  const dialogue = new Dialogue(start.connection, listen(server));
  dialogue.apply(0, start);
  dialogue.settle();
  return dialogue;
}

const short = ({ sequenceNumber, acknowledgmentNumber, flags, payload }: BareSegment) =>
  [sequenceNumber, acknowledgmentNumber, flags, payload.length] as const;

test("the handshake of figure 6, over the end of the sequence space", () => {
  const start = connect(client);
  expect(start.send.map(short)).toEqual([[2 ** 32 - 2, 0, tcpFlag.SYN, 0]]);
  const dialogue = new Dialogue(start.connection, listen(server));
  dialogue.apply(0, start);
  dialogue.deliver(0);
  expect(dialogue.flying[1].map(short)).toEqual([[2 ** 32 - 7, 2 ** 32 - 1, tcpFlag.SYN | tcpFlag.ACK, 0]]);
  dialogue.deliver(1);
  expect(dialogue.flying[0].map(short)).toEqual([[2 ** 32 - 1, 2 ** 32 - 6, tcpFlag.ACK, 0]]);
  dialogue.deliver(0);
  expect(dialogue.states).toBe("ESTABLISHED ESTABLISHED");
});

test("simultaneous open (figure 7)", () => {
  const [one, other] = [connect(client), connect({ ...server, remotePort: client.localPort })];
  const dialogue = new Dialogue(one.connection, other.connection);
  dialogue.apply(0, one);
  dialogue.apply(1, other);
  dialogue.deliver(0);
  dialogue.deliver(1);
  expect(dialogue.states).toBe("SYN-RECEIVED SYN-RECEIVED");
  dialogue.settle();
  expect(dialogue.states).toBe("ESTABLISHED ESTABLISHED");
});

test("one side closes (figure 12), and TIME-WAIT lasts four minutes", () => {
  const dialogue = opened();
  dialogue.apply(0, close(dialogue.ends[0]));
  dialogue.settle();
  expect(dialogue.states).toBe("FIN-WAIT-2 CLOSE-WAIT");
  // The other half still carries text.
  dialogue.apply(1, write(dialogue.ends[1], bytes(1, 2, 3)));
  dialogue.settle();
  expect(dialogue.read[0]).toEqual([1, 2, 3]);
  dialogue.apply(1, close(dialogue.ends[1]));
  expect(dialogue.states).toBe("FIN-WAIT-2 LAST-ACK");
  dialogue.settle();
  expect(dialogue.states).toBe("TIME-WAIT CLOSED");
  expect(dialogue.signals).toEqual(["1 eof", "0 eof"]);
  expect(elapse(dialogue.ends[0], 239_999).state).toBe("TIME-WAIT");
  expect(elapse(dialogue.ends[0], 240_000).state).toBe("CLOSED");
});

test("a repeated FIN in TIME-WAIT starts the wait anew", () => {
  const dialogue = opened();
  dialogue.apply(0, close(dialogue.ends[0]));
  dialogue.settle();
  dialogue.apply(1, close(dialogue.ends[1]));
  dialogue.settle();
  const [waiting] = dialogue.ends;
  const fin: TcpSegment = onWire({
    sourcePort: 80,
    destinationPort: 50_000,
    sequenceNumber: waiting.rcvNxt,
    acknowledgmentNumber: waiting.sndNxt,
    flags: tcpFlag.FIN | tcpFlag.ACK,
    window: 0,
    urgentPointer: 0,
    options: bytes(),
    payload: bytes(),
  });
  const again = segmentArrives(waiting, fin, 1000);
  expect(again.send.map(short)).toEqual([[waiting.sndNxt, waiting.rcvNxt, tcpFlag.ACK, 0]]);
  expect(again.connection.timeWaitEnds).toBe(241_000);
});

test("both sides close at once (figure 13)", () => {
  const dialogue = opened();
  dialogue.apply(0, close(dialogue.ends[0]));
  dialogue.apply(1, close(dialogue.ends[1]));
  dialogue.deliver(0);
  dialogue.deliver(1);
  expect(dialogue.states).toBe("CLOSING CLOSING");
  dialogue.settle();
  expect(dialogue.states).toBe("TIME-WAIT TIME-WAIT");
});

test("a window of 500 bytes and segments of 100: five go out, the rest waits for an ACK, FIN comes last", () => {
  const dialogue = opened();
  const text = Uint8Array.from({ length: 620 }, (_, i) => i & 0xff);
  dialogue.apply(0, write(dialogue.ends[0], text));
  dialogue.apply(0, close(dialogue.ends[0]));
  expect(dialogue.flying[0].map(({ payload }) => payload.length)).toEqual([100, 100, 100, 100, 100]);
  dialogue.settle();
  expect(dialogue.read[1]).toEqual([...text]);
  expect(dialogue.states).toBe("FIN-WAIT-2 CLOSE-WAIT");
});

test("PSH stands on the last segment at hand alone", () => {
  const dialogue = opened();
  dialogue.apply(0, write(dialogue.ends[0], new Uint8Array(250)));
  expect(dialogue.flying[0].map(({ flags }) => (flags & tcpFlag.PSH) !== 0)).toEqual([false, false, true]);
});

test("what the program writes and closes during the handshake goes out after it", () => {
  const start = connect(client);
  const dialogue = new Dialogue(start.connection, listen(server));
  dialogue.apply(0, start);
  dialogue.apply(0, write(dialogue.ends[0], bytes(7, 8)));
  dialogue.deliver(0);
  dialogue.apply(1, close(dialogue.ends[1]));
  expect(dialogue.states).toBe("SYN-SENT SYN-RECEIVED");
  dialogue.settle();
  expect(dialogue.read[1]).toEqual([7, 8]);
  expect(dialogue.states).toBe("CLOSE-WAIT FIN-WAIT-2");
});

test("after CLOSE nothing more can be written, nor closed", () => {
  const dialogue = opened();
  dialogue.apply(0, close(dialogue.ends[0]));
  expect(write(dialogue.ends[0], bytes(1))).toBeNull();
  expect(close(dialogue.ends[0])).toBeNull();
  expect(write(listen(server), bytes(1))).toBeNull();
});

test("ABORT resets the peer", () => {
  const dialogue = opened();
  dialogue.apply(0, abort(dialogue.ends[0]));
  dialogue.settle();
  expect(dialogue.states).toBe("CLOSED CLOSED");
  expect(dialogue.signals).toEqual(["1 reset"]);
  expect(abort(listen(server)).send).toEqual([]);
});

test("nobody listens: the connection is refused", () => {
  const start = connect(client);
  const dialogue = new Dialogue(start.connection, closedEnd(server));
  dialogue.apply(0, start);
  dialogue.settle();
  expect([dialogue.states, dialogue.signals]).toEqual(["CLOSED CLOSED", ["0 refused"]]);
});

test("whatever is lost, doubled or overtaken: the text arrives whole, in order, and both ends close", () => {
  const move = record({
    from: constantFrom<(0 | 1)[]>(0, 1),
    index: nat(5),
    fate: constantFrom("pass", "lose", "double", "repeat"),
  });
  const texts = uint8Array({ maxLength: 900 });
  holds(
    property(texts, texts, array(move, { maxLength: 60 }), (there, back, moves) => {
      const dialogue = opened();
      dialogue.apply(0, write(dialogue.ends[0], there));
      dialogue.apply(1, write(dialogue.ends[1], back));
      dialogue.apply(0, close(dialogue.ends[0]));
      dialogue.apply(1, close(dialogue.ends[1]));
      const repeat = (side: 0 | 1): void => {
        const again = retransmission(dialogue.ends[side]);
        if (again !== null) dialogue.flying[side].push(again);
      };
      for (const { from, index, fate } of moves) {
        const one = dialogue.flying[from][index];
        if (fate === "repeat") repeat(from);
        else if (fate === "lose") dialogue.flying[from].splice(index, 1);
        else {
          if (fate === "double" && one !== undefined) dialogue.flying[from].push(one);
          dialogue.deliver(from, index);
        }
        expect(dialogue.read[1]).toEqual([...there.subarray(0, dialogue.read[1].length)]);
        expect(dialogue.read[0]).toEqual([...back.subarray(0, dialogue.read[0].length)]);
      }
      const over = (): boolean =>
        dialogue.ends.every(({ state }) => state === "TIME-WAIT" || state === "CLOSED");
      dialogue.settle();
      for (let i = 0; i < 100 && !over(); i++) {
        repeat(0);
        repeat(1);
        dialogue.settle();
      }
      expect(over()).toBe(true);
      expect(dialogue.read).toEqual([[...back], [...there]]);
    }),
  );
});

const anySegment: Arbitrary<TcpSegment> = record({
  flags: integer({ min: 0, max: 0x1ff }),
  sequence: integer({ min: -2000, max: 2000 }),
  ack: integer({ min: -2000, max: 2000 }),
  payload: uint8Array({ maxLength: 40 }),
  window: nat(65_535),
}).map(({ flags, sequence, ack, payload, window }) => ({
  sourcePort: 80,
  destinationPort: 50_000,
  sequenceNumber: (server.iss + sequence) >>> 0,
  acknowledgmentNumber: (client.iss + ack) >>> 0,
  dataOffset: 20,
  reserved: 0,
  flags,
  window,
  checksum: 0,
  urgentPointer: 0,
  options: bytes(),
  payload,
}));

test("no segment outside the window changes the connection, and no RST is answered", () => {
  holds(
    property(anySegment, (segment) => {
      const [connection] = opened().ends;
      const after = segmentArrives(connection, segment, 0);
      const offset = (segment.sequenceNumber - connection.rcvNxt) | 0;
      const length = segment.payload.length + (segment.flags & 1) + ((segment.flags >> 1) & 1);
      if (offset >= 1000 || offset + length < 0) {
        expect(after.connection).toBe(connection);
        expect(after.send.length).toBe((segment.flags & tcpFlag.RST) === 0 ? 1 : 0);
      }
      // RFC 5961 §3.2: a RST counts at RCV.NXT alone.
      if ((segment.flags & tcpFlag.RST) !== 0) {
        expect(after.connection.state).toBe(offset === 0 ? "CLOSED" : "ESTABLISHED");
      }
      expect(after.send.every(({ flags }) => (flags & tcpFlag.RST) === 0)).toBe(true);
    }),
    2000,
  );
});

const fromServer = (dialogue: Dialogue, offset: number, payload: Uint8Array, window: number, fin = false) =>
  onWire({
    sourcePort: 80,
    destinationPort: 50_000,
    sequenceNumber: (dialogue.ends[0].rcvNxt + offset) >>> 0,
    acknowledgmentNumber: dialogue.ends[0].sndUna,
    flags: tcpFlag.ACK | (fin ? tcpFlag.FIN : 0),
    window,
    urgentPointer: 0,
    options: bytes(),
    payload,
  });

test("text before its turn is kept: the segment that fills the gap delivers all, once, and the FIN behind it", () => {
  const dialogue = opened();
  const last = fromServer(dialogue, 3, bytes(4, 5), 500, true);
  const overlapping = fromServer(dialogue, 0, bytes(1, 2, 3, 4), 500);
  dialogue.apply(0, segmentArrives(dialogue.ends[0], last, 0));
  dialogue.apply(0, segmentArrives(dialogue.ends[0], last, 0));
  expect([dialogue.read[0], dialogue.ends[0].early.length]).toEqual([[], 1]);
  dialogue.apply(0, segmentArrives(dialogue.ends[0], overlapping, 0));
  expect([dialogue.read[0], dialogue.signals]).toEqual([[1, 2, 3, 4, 5], ["0 eof"]]);
});

test("what lies behind the window is cut off, the FIN with it", () => {
  const dialogue = opened();
  dialogue.apply(
    0,
    segmentArrives(dialogue.ends[0], fromServer(dialogue, 0, new Uint8Array(1000), 500, true), 0),
  );
  expect([dialogue.read[0].length, dialogue.signals]).toEqual([1000, []]);
  const beyond = opened();
  beyond.apply(0, segmentArrives(beyond.ends[0], fromServer(beyond, 0, new Uint8Array(1400), 500), 0));
  expect(beyond.read[0].length).toBe(1000);
});

test("a newer segment moves the send window, an older one does not", () => {
  const dialogue = opened();
  const [newer, older] = [fromServer(dialogue, 10, bytes(1), 300), fromServer(dialogue, 5, bytes(1), 20)];
  dialogue.apply(0, segmentArrives(dialogue.ends[0], newer, 0));
  expect(dialogue.ends[0].sndWnd).toBe(300);
  dialogue.apply(0, segmentArrives(dialogue.ends[0], older, 0));
  expect(dialogue.ends[0].sndWnd).toBe(300);
});
