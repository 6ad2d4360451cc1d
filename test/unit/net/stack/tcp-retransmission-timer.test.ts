import { array, constantFrom, property, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import type { BareSegment } from "#net/stack/tcp-reset.ts";
import { segmentArrives } from "#net/stack/tcp/arrival.ts";
import { close, connect, listen, write, closedEnd } from "#net/stack/tcp/calls.ts";
import type { Connection, TcpStep } from "#net/stack/tcp/connection.ts";
import {
  stoppedTimer,
  timerAfter,
  timerExpired,
  type RetransmissionTimer,
} from "#net/stack/tcp/retransmission-timer.ts";
import { holds } from "../holds.ts";

const base = { rcvWnd: 1000, mss: 100 };
const clientEnd = { ...base, localPort: 50_000, remotePort: 80, iss: 2 ** 32 - 2 };
const serverEnd = { ...base, localPort: 80, remotePort: 0, iss: 77 };

/** One end with its timer, on a clock that the test moves. */
class End {
  timer: RetransmissionTimer = stoppedTimer;
  connection: Connection;
  sent: BareSegment[] = [];
  read: number[] = [];

  constructor(connection: Connection) {
    this.connection = connection;
  }

  apply(step: TcpStep | null, now: number): void {
    if (step === null) throw new Error("this call is not possible now");
    this.timer = timerAfter(this.timer, this.connection, step.connection, now);
    this.connection = step.connection;
    this.sent.push(...step.send);
    this.read.push(...step.delivered);
  }

  hear(segment: BareSegment, now: number): void {
    this.apply(
      segmentArrives(this.connection, { ...segment, dataOffset: 20, reserved: 0, checksum: 0 }, now),
      now,
    );
  }

  expire(now: number): void {
    const { timer, connection, send } = timerExpired(this.timer, this.connection, now);
    this.timer = timer;
    this.connection = connection;
    if (send !== null) this.sent.push(send);
  }

  take(): BareSegment {
    const [segment] = this.sent.splice(0, 1);
    if (segment === undefined) throw new Error("nothing was sent");
    return segment;
  }
}

/** Two ends after a handshake in which each segment took 200 ms. */
function opened(): [End, End] {
  const client = new End(closedEnd(clientEnd));
  const server = new End(listen(serverEnd));
  client.apply(connect(clientEnd), 0);
  server.hear(client.take(), 200);
  client.hear(server.take(), 400);
  server.hear(client.take(), 600);
  return [client, server];
}

test("RFC 6298 §2: before a measurement a second, then SRTT + 4·RTTVAR; nothing out, no timer", () => {
  const client = new End(closedEnd(clientEnd));
  client.apply(connect(clientEnd), 0);
  expect(client.timer.expires).toBe(1000);
  const [mine, theirs] = opened();
  // The SYN took 400 ms there and back: 400 + 4 · 200.
  expect([mine.timer.rto, mine.timer.expires]).toEqual([{ srtt: 400, rttvar: 200, rto: 1200 }, null]);
  expect([theirs.timer.rto.srtt, theirs.timer.expires]).toEqual([400, null]);
});

test("§5.1 to §5.3: it starts with the first text, begins anew with news, and stops when all is acknowledged", () => {
  const [client, server] = opened();
  client.apply(write(client.connection, new Uint8Array(150)), 1000);
  expect(client.timer.expires).toBe(2200);
  client.apply(write(client.connection, new Uint8Array(50)), 1500);
  expect(client.timer.expires).toBe(2200);
  server.hear(client.take(), 1600);
  client.hear(server.take(), 1700);
  // The first ACK is of 100 bytes; the measured segment ended at 150, so the RTO is what it was.
  expect([client.timer.rto.rto, client.timer.expires]).toEqual([1200, 2900]);
  server.hear(client.take(), 1800);
  client.hear(server.take(), 2000);
  // All 150: 1000 ms from the first. RTTVAR 3/4·200 + 1/4·600, SRTT 7/8·400 + 1/8·1000.
  expect(client.timer.rto).toEqual({ srtt: 475, rttvar: 300, rto: 1675 });
  expect(client.timer.expires).toBe(2000 + 1675);
  server.hear(client.take(), 2100);
  client.hear(server.take(), 2200);
  expect(client.timer.expires).toBeNull();
});

test("§5.5, Karn: each expiry doubles the wait, and the copy's answer measures nothing", () => {
  const [client, server] = opened();
  client.apply(write(client.connection, new Uint8Array(10)), 1000);
  const first = client.take();
  client.expire(2200);
  expect([client.timer.expires, client.timer.retries]).toEqual([2200 + 2400, 1]);
  client.expire(4600);
  expect([client.timer.expires, client.timer.retries]).toEqual([4600 + 4800, 2]);
  expect(client.sent).toEqual([first, first]);
  server.hear(client.take(), 4700);
  client.hear(server.take(), 4800);
  expect(client.timer).toMatchObject({ rto: { srtt: 400, rto: 4800 }, expires: null, retries: 0 });
});

test("§5.7: after a lost SYN data begins with three seconds", () => {
  const client = new End(closedEnd(clientEnd));
  const server = new End(listen(serverEnd));
  client.apply(connect(clientEnd), 0);
  client.take();
  client.expire(1000);
  expect(client.timer.expires).toBe(3000);
  server.hear(client.take(), 1100);
  client.hear(server.take(), 1200);
  expect(client.timer).toMatchObject({ rto: { srtt: null, rto: 3000 }, expires: null });
  client.apply(write(client.connection, new Uint8Array(1)), 2000);
  expect(client.timer.expires).toBe(5000);
});

test("RFC 9293 §3.8.6.1: a shut window is probed with one byte, ever more seldom, until it opens", () => {
  const [client, server] = opened();
  const shut = { ...server.connection, rcvWnd: 0 };
  client.apply(write(client.connection, Uint8Array.of(1)), 1000);
  server.hear(client.take(), 1100);
  // The server's program reads no more, and says so.
  client.hear({ ...server.take(), window: 0 }, 1200);
  client.apply(write(client.connection, Uint8Array.of(2, 3, 4)), 1300);
  expect(client.sent).toEqual([]);
  const { rto } = client.timer.rto;
  expect(client.timer.expires).toBe(1300 + rto);
  client.expire(1300 + rto);
  expect(client.timer.expires).toBe(1300 + rto + 2 * rto);
  const probe = client.take();
  expect([...probe.payload]).toEqual([2]);
  // The shut end takes nothing, and acknowledges what it has; the byte comes again.
  const refused = segmentArrives(
    { ...shut, rcvNxt: server.connection.rcvNxt },
    { ...probe, dataOffset: 20, reserved: 0, checksum: 0 },
    0,
  );
  expect(refused.delivered).toHaveLength(0);
  for (const answer of refused.send) client.hear({ ...answer, window: 0 }, 3000);
  client.expire(1300 + rto + 2 * rto);
  expect(client.take()).toEqual(probe);
  // The end that has opened takes the byte; its answer lets the rest out.
  server.hear(probe, 9000);
  client.hear(server.take(), 9100);
  expect(client.sent.map(({ payload }) => [...payload])).toEqual([[3, 4]]);
  server.hear(client.take(), 9200);
  client.hear(server.take(), 9300);
  expect([server.read, client.timer.expires]).toEqual([[1, 2, 3, 4], null]);
});

test("a connection that is gone has no timer", () => {
  const client = new End(closedEnd(clientEnd));
  client.apply(connect(clientEnd), 0);
  client.apply(close(client.connection), 10);
  expect(client.timer).toEqual(stoppedTimer);
});

test("whatever gets lost, the timers alone bring the text over", () => {
  holds(
    property(
      uint8Array({ maxLength: 600 }),
      array(constantFrom("lose", "pass"), { maxLength: 40 }),
      (text, fates) => {
        const client = new End(closedEnd(clientEnd));
        const server = new End(listen(serverEnd));
        client.apply(connect(clientEnd), 0);
        client.apply(write(client.connection, text), 0);
        let now = 0;
        for (let round = 0; round < 500; round++) {
          const flying = [
            client.sent.splice(0).map((s) => [server, s] as const),
            server.sent.splice(0).map((s) => [client, s] as const),
          ].flat();
          now += 50;
          for (const [to, segment] of flying) if (fates.shift() !== "lose") to.hear(segment, now);
          if (client.sent.length + server.sent.length > 0) continue;
          const next = Math.min(client.timer.expires ?? Infinity, server.timer.expires ?? Infinity);
          if (next === Infinity) break;
          now = next;
          for (const end of [client, server]) if (end.timer.expires === now) end.expire(now);
        }
        expect(server.read).toEqual([...text]);
        expect([client.connection.state, client.timer.expires]).toEqual(["ESTABLISHED", null]);
      },
    ),
  );
});
