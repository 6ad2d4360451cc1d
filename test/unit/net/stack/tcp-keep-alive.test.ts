import { expect, test } from "vitest";
import { segmentArrives } from "#net/stack/tcp/arrival.ts";
import { close, closedEnd, connect, listen } from "#net/stack/tcp/calls.ts";
import type { Connection } from "#net/stack/tcp/connection.ts";
import {
  heardAt,
  keepAliveProbe,
  linuxKeepAlive,
  nextKeepAlive,
  probed,
  type KeepAliveRules,
} from "#net/stack/tcp/keep-alive.ts";
import type { BareSegment } from "#net/stack/tcp-reset.ts";
import type { TcpSegment } from "#net/wire/tcp.ts";

/** When a peer that died at 0 is asked, and when it is given up, in seconds. */
function deadPeer(rules: KeepAliveRules): { probes: number[]; end: number } {
  let state = heardAt(0);
  const probes: number[] = [];
  for (;;) {
    const { at, kind } = nextKeepAlive(rules, state);
    if (kind === "give-up") return { probes, end: at / 1000 };
    probes.push(at / 1000);
    state = probed(state);
  }
}

test("the course's figures: 7200/75/9 gives up after 7875 s, 600/60/3 after 780 s", () => {
  expect(deadPeer(linuxKeepAlive)).toEqual({
    probes: [7200, 7275, 7350, 7425, 7500, 7575, 7650, 7725, 7800],
    end: 7875,
  });
  const quick = { time: 600_000, interval: 60_000, probes: 3 };
  expect(deadPeer(quick)).toEqual({ probes: [600, 660, 720], end: 780 });
});

test("an answer begins the wait anew", () => {
  const asked = probed(probed(heardAt(0)));
  expect(nextKeepAlive(linuxKeepAlive, asked)).toEqual({ at: 7_350_000, kind: "probe" });
  expect(nextKeepAlive(linuxKeepAlive, heardAt(7_275_500))).toEqual({ at: 14_475_500, kind: "probe" });
});

const onWire = (segment: BareSegment): TcpSegment => ({
  ...segment,
  dataOffset: 20,
  reserved: 0,
  checksum: 0,
});
const end = { rcvWnd: 1000, mss: 100 };

/** Both ends of a connection that stands. */
function established(): [Connection, Connection] {
  const asked = connect({ ...end, localPort: 5000, remotePort: 80, iss: 0 });
  const offered = segmentArrives(
    listen({ ...end, localPort: 80, remotePort: 0, iss: 9 }),
    sent(asked.send),
    0,
  );
  const opened = segmentArrives(asked.connection, sent(offered.send), 0);
  return [opened.connection, segmentArrives(offered.connection, sent(opened.send), 0).connection];
}
const sent = ([segment]: readonly BareSegment[]): TcpSegment => {
  if (segment === undefined) throw new Error("nothing was sent");
  return onWire(segment);
};

test("a peer that lives acknowledges the probe, one that forgot resets it", () => {
  const [client, server] = established();
  const probe = keepAliveProbe(client);
  if (probe === null) throw new Error("no probe");
  // RFC 9293 §3.8.4: SEG.SEQ = SND.NXT - 1; our SYN took 0.
  expect([probe.sequenceNumber, probe.payload.length]).toEqual([0, 0]);
  expect(segmentArrives(server, onWire(probe), 0).send).toMatchObject([
    { acknowledgmentNumber: 1, payload: new Uint8Array() },
  ]);
  const reborn = closedEnd({ ...end, localPort: 80, remotePort: 5000, iss: 0 });
  const reset = segmentArrives(reborn, onWire(probe), 0);
  expect(segmentArrives(client, sent(reset.send), 0).signal).toBe("reset");
});

test("only a connection that stands is probed", () => {
  const [client] = established();
  expect(keepAliveProbe(close(client)?.connection ?? client)).toBeNull();
  expect(keepAliveProbe(listen({ ...end, localPort: 80, remotePort: 0, iss: 0 }))).toBeNull();
});
