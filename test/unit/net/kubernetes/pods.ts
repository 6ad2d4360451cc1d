import type { Pod } from "#net/kubernetes/pods.ts";
import { parseIpAddress, parsePrefix, type IpAddress, type Prefix } from "#net/wire/prefix.ts";

/** Addresses and Pods as tests write them. */
const must = <T>(value: T | null, text: string): T => {
  if (value === null) throw new Error(text);
  return value;
};

export const ip = (text: string): IpAddress => must(parseIpAddress(text), text);
export const cidr = (text: string): Prefix => must(parsePrefix(text), text);

/** `pod("shop/cart", "10.244.1.5", { app: "cart" })`: ready, without named ports. */
export const pod = (name: string, address: string, labels: Pod["labels"], more: Partial<Pod> = {}): Pod => {
  const [namespace = "", own = ""] = name.split("/");
  return { name: own, namespace, address: ip(address), labels, ready: true, ports: [], ...more };
};
