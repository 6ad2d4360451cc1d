import { expect, test } from "vitest";
import { selectEndpoints, type Endpoint, type ServicePort } from "#net/kubernetes/endpoints.ts";
import { formatIpAddress } from "#net/wire/prefix.ts";
import { pod } from "./pods.ts";

const plain: ServicePort = { namespace: "shop", selector: { app: "cart" }, protocol: "TCP", port: 80 };
const service: ServicePort = { ...plain, targetPort: 9376 };
const shown = (list: readonly Endpoint[]): string[] =>
  list.map(({ address, port }) => `${formatIpAddress(address)}:${port}`);
const select = (changed: Partial<ServicePort>, ...pods: Parameters<typeof selectEndpoints>[1]) => {
  const { ready, notReady } = selectEndpoints({ ...service, ...changed }, pods);
  return { ready: shown(ready), notReady: shown(notReady) };
};

const cart = pod("shop/cart-1", "10.244.2.9", { app: "cart", tier: "web" });

test("Pods of the Service's namespace with the whole selector, whatever labels they have besides", () => {
  const strangers = [
    pod("shop/mail", "10.244.1.1", { app: "mail" }),
    pod("other/cart", "10.244.1.2", { app: "cart" }),
  ];
  expect(select({}, cart, ...strangers)).toEqual({ ready: ["10.244.2.9:9376"], notReady: [] });
  expect(select({ selector: { app: "cart", tier: "db" } }, cart)).toEqual({ ready: [], notReady: [] });
});

test("in the order of the addresses as numbers, two Pods of one address both", () => {
  const tenth = pod("shop/cart-2", "10.244.2.10", { app: "cart" });
  const twin = pod("shop/cart-3", "10.244.2.9", { app: "cart" });
  expect(select({}, tenth, cart, twin).ready).toEqual([
    "10.244.2.9:9376",
    "10.244.2.9:9376",
    "10.244.2.10:9376",
  ]);
});

test("a Service without a selector has no Pods of its own", () => {
  expect(select({ selector: {} }, cart).ready).toEqual([]);
});

test("what is not ready stands apart, unless the Service publishes it", () => {
  const starting = { ...cart, ready: false };
  expect(select({}, starting)).toEqual({ ready: [], notReady: ["10.244.2.9:9376"] });
  expect(select({ publishNotReady: true }, starting)).toEqual({ ready: ["10.244.2.9:9376"], notReady: [] });
});

test("a Pod without an address is none", () => {
  expect(select({}, { ...cart, address: null })).toEqual({ ready: [], notReady: [] });
});

test("without targetPort it is the Service's port", () => {
  expect(shown(selectEndpoints(plain, [cart]).ready)).toEqual(["10.244.2.9:80"]);
});

test("a named port is each Pod's own number, of the Service's protocol; a Pod without it is skipped", () => {
  const port = { name: "http-web-svc", port: 8080 };
  const first = { ...cart, ports: [{ ...port, port: 53, protocol: "UDP" as const }, port] };
  const second = pod("shop/cart-2", "10.244.3.1", { app: "cart" }, { ports: [{ ...port, port: 8081 }] });
  const without = pod("shop/cart-3", "10.244.3.2", { app: "cart" });
  expect(select({ targetPort: "http-web-svc" }, first, second, without).ready).toEqual([
    "10.244.2.9:8080",
    "10.244.3.1:8081",
  ]);
});
