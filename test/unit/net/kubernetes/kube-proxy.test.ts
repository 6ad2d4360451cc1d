import { expect, test } from "vitest";
import { proxyPacket, type ProxiedService, type ProxyState } from "#net/kubernetes/kube-proxy.ts";
import type { Flow } from "#net/stack/nat-entry.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";

const service: ProxiedService = {
  address: 0x0a60_2207, // 10.96.34.7
  port: 80,
  protocol: ipProtocol.tcp,
  endpoints: [
    { address: 0x0af4_0105, port: 8080 },
    { address: 0x0af4_0208, port: 8080 },
  ],
  affinityTimeout: null,
  visits: [],
};
const [firstPod, secondPod] = [0x0af4_0105, 0x0af4_0208];
const request: Flow = {
  protocol: ipProtocol.tcp,
  source: 0x0af4_0309,
  sourcePort: 40_000,
  destination: service.address,
  destinationPort: 80,
};
const [low, high] = [0, 2 ** 31 - 1];

const start = (...services: ProxiedService[]): ProxyState => ({ services, connections: [] });
const send = (state: ProxyState, flow: Flow, draw: number, now = 0) => {
  let draws = 0;
  const step = proxyPacket(state, flow, now, () => {
    draws++;
    return draw;
  });
  return { ...step, draws };
};
const backendOf = (out: Flow | "REJECT"): number | string => (out === "REJECT" ? out : out.destination);

test("a new connection goes to the Pod that the rules choose, with the client's own address", () => {
  const { out, draws, state } = send(start(service), request, high);
  expect(out).toEqual({ ...request, destination: secondPod, destinationPort: 8080 });
  expect(draws).toBe(1);
  expect(state.connections).toEqual([
    { original: request, backend: { address: secondPod, port: 8080 }, lastSeen: 0 },
  ]);
});

test("the second packet of a connection follows the first, without a draw", () => {
  const first = send(start(service), request, high);
  const second = send(first.state, request, low, 7);
  expect(second.out).toEqual(first.out);
  expect(second.draws).toBe(0);
  expect(second.state.connections.map(({ lastSeen }) => lastSeen)).toEqual([7]);
});

test("a reply comes from the Service's address", () => {
  const { state } = send(start(service), request, low);
  const reply: Flow = {
    protocol: ipProtocol.tcp,
    source: firstPod,
    sourcePort: 8080,
    destination: request.source,
    destinationPort: request.sourcePort,
  };
  expect(send(state, reply, low).out).toEqual({ ...reply, source: service.address, sourcePort: 80 });
  const stranger = { ...reply, destinationPort: 40_001 };
  expect(send(state, stranger, low).out).toEqual(stranger);
});

test("another port, another protocol and another address are no Service", () => {
  for (const changed of [{ destinationPort: 81 }, { protocol: ipProtocol.udp }, { destination: firstPod }]) {
    const flow = { ...request, ...changed };
    const step = send(start(service), flow, low);
    expect(step.out).toEqual(flow);
    expect(step.state.connections).toEqual([]);
  }
});

test("without an endpoint the client is refused", () => {
  const { out, state } = send(start({ ...service, endpoints: [] }), request, low);
  expect(out).toBe("REJECT");
  expect(state.connections).toEqual([]);
});

test.each([
  ["TCP", ipProtocol.tcp, secondPod],
  ["UDP", ipProtocol.udp, firstPod],
])("when the endpoint is gone a %s connection ends at %s %s", (_, protocol, then) => {
  const before = { ...service, protocol };
  const flow = { ...request, protocol };
  const { state } = send(start(before), flow, high);
  const left = { ...before, endpoints: before.endpoints.slice(0, 1) };
  expect(backendOf(send({ ...state, services: [left] }, flow, low).out)).toBe(then);
});

test("with ClientIP affinity a client stays, whatever its port, until it was away for the time-out", () => {
  const sticky = { ...service, affinityTimeout: 10_000 };
  const other = { ...request, sourcePort: 40_001 };
  const first = send(start(sticky), request, high);
  const soon = send(first.state, other, low, 10_000);
  expect(backendOf(soon.out)).toBe(secondPod);
  expect(soon.draws).toBe(0);
  const late = send(first.state, other, low, 10_001);
  expect(backendOf(late.out)).toBe(firstPod);
});
