import { expect, test } from "vitest";
import { ipvsPersistence, openPersistent, type Template } from "#net/kubernetes/ipvs-persistence.ts";
import { addServer, emptyService } from "#net/kubernetes/ipvs.ts";
import type { IpvsService } from "#net/kubernetes/ipvs-service.ts";

// rr: without persistence, one connection after the other goes to the next server.
const service = [3, 2, 1].reduce(
  (list, last) => addServer(list, { address: 0x0a00_0000 + last, port: 80, weight: 1 }),
  emptyService("rr"),
);
type State = { readonly service: IpvsService; readonly templates: readonly Template[] };
const fresh: State = { service, templates: [] };
const open = (state: State, client: number, now: number, persistence = ipvsPersistence) =>
  openPersistent(state.service, state.templates, persistence, client, now);

test("a client keeps its server for 300 s after its last connection, others take turns", () => {
  const first = open(fresh, 1, 0);
  const other = open(first, 2, 0);
  expect([first.chosen, other.chosen]).toEqual([0, 1]);
  const again = open(other, 1, 299_999);
  expect(again.chosen).toBe(0);
  expect(open(again, 1, 599_998).chosen).toBe(0);
  expect(open(again, 1, 599_999).chosen).toBe(2);
  expect(again.service.servers.map(({ active }) => active)).toEqual([2, 1, 0]);
});

test("under a mask the clients of one network are one", () => {
  const wide = { ...ipvsPersistence, mask: 0xffff_ff00 };
  const first = open(fresh, 0xc0a8_0105, 0, wide);
  expect(open(first, 0xc0a8_01fe, 1, wide).chosen).toBe(0);
  expect(open(first, 0xc0a8_0205, 1, wide).chosen).toBe(1);
});

test("a server of weight 0 keeps its clients, one that was removed does not", () => {
  const first = open(fresh, 1, 0);
  const servers = first.service.servers.map((one, i) => (i === 0 ? { ...one, weight: 0 } : one));
  expect(open({ ...first, service: { ...first.service, servers } }, 1, 1).chosen).toBe(0);
  const left = { ...first.service, servers: first.service.servers.slice(1), last: -1 };
  const next = open({ ...first, service: left }, 1, 1);
  expect(next.service.servers[next.chosen ?? -1]?.address).toBe(0x0a00_0002);
  expect(next.templates).toHaveLength(1);
});

test("where no server takes a connection none is remembered", () => {
  const step = open({ service: emptyService("rr"), templates: [] }, 1, 0);
  expect(step).toEqual({ service: emptyService("rr"), chosen: null, templates: [] });
});
