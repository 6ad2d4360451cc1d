import { sameAddress } from "../stack/network-interface.ts";
import type { IpAddress } from "../wire/prefix.ts";
import type { Labels } from "./selectors.ts";

export type Protocol = "TCP" | "UDP" | "SCTP";

export type ContainerPort = {
  readonly name?: string;
  readonly port: number;
  /** TCP where it is not said. */
  readonly protocol?: Protocol;
};

export type Pod = {
  readonly name: string;
  readonly namespace: string;
  /** Null until the network plugin has given it one. */
  readonly address: IpAddress | null;
  readonly labels: Labels;
  readonly ready: boolean;
  /** Of all its containers. */
  readonly ports: readonly ContainerPort[];
  /** Whether it shares the network of its node; then it has the node's address. */
  readonly hostNetwork?: boolean;
};

/** The port that a name means on this Pod, for that protocol; null when it has none of the name. */
export const namedPort = ({ ports }: Pod, name: string, protocol: Protocol): number | null =>
  ports.find((one) => one.name === name && (one.protocol ?? "TCP") === protocol)?.port ?? null;

/** The Pods that have the address, but those on a node's network: that one is the node's. */
export const podsAt = (pods: readonly Pod[], address: IpAddress): readonly Pod[] =>
  pods.filter((pod) => pod.hostNetwork !== true && pod.address !== null && sameAddress(pod.address, address));
