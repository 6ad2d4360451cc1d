import { array, constantFrom, property, record } from "fast-check";
import { expect, test } from "vitest";
import { ipam, type IpamCommand, type IpamState } from "#net/kubernetes/ipam.ts";
import { containsAddress, formatIpAddress } from "#net/wire/prefix.ts";
import { holds } from "../holds.ts";
import { cidr, ip } from "./pods.ts";

const block = (subnet: string, gateway: string, order: IpamState["order"] = "lowest"): IpamState => ({
  subnet: cidr(subnet),
  gateway: ip(gateway),
  leases: new Map(),
  order,
  last: null,
});

/** `run(state, "ADD a", "DEL a")`: what each command gave. */
function run(state: IpamState, ...commands: string[]): (string | null)[] {
  return commands.map((command) => {
    const [op, container = ""] = command.split(" ");
    const step = ipam(state, { op: op === "ADD" ? "ADD" : "DEL", container });
    state = step.state;
    return step.error ?? (step.address === null ? null : formatIpAddress(step.address));
  });
}

test("the lowest free address of a host, not the gateway's, not the network's, not the broadcast", () => {
  const full = ["ADD a", "ADD b", "ADD c", "ADD d", "ADD e", "ADD f"];
  expect(run(block("10.244.1.0/29", "10.244.1.1"), ...full)).toEqual([
    "10.244.1.2",
    "10.244.1.3",
    "10.244.1.4",
    "10.244.1.5",
    "10.244.1.6",
    "exhausted",
  ]);
  expect(run(block("10.244.1.0/29", "10.244.1.4"), ...full.slice(0, 4))).toEqual([
    "10.244.1.1",
    "10.244.1.2",
    "10.244.1.3",
    "10.244.1.5",
  ]);
  expect(run(block("10.244.1.0/30", "10.244.1.1"), "ADD a", "ADD b")).toEqual(["10.244.1.2", "exhausted"]);
});

test("ADD again gives the same address, DEL frees it, DEL of a stranger is no error", () => {
  expect(
    run(block("10.244.1.0/24", "10.244.1.1"), "ADD a", "ADD a", "ADD b", "DEL a", "DEL a", "DEL x", "ADD c"),
  ).toEqual(["10.244.1.2", "10.244.1.2", "10.244.1.3", null, null, null, "10.244.1.2"]);
});

test("round-robin: a freed address waits until the others were given", () => {
  expect(
    run(
      block("10.244.1.0/29", "10.244.1.1", "round-robin"),
      "ADD a",
      "DEL a",
      "ADD b",
      "ADD c",
      "ADD d",
      "ADD e",
    ),
  ).toEqual(["10.244.1.2", null, "10.244.1.3", "10.244.1.4", "10.244.1.5", "10.244.1.6"]);
  const around = ["ADD a", "ADD b", "ADD c", "ADD d", "ADD e", "DEL b", "ADD f"];
  expect(run(block("10.244.1.0/29", "10.244.1.1", "round-robin"), ...around).at(-1)).toBe("10.244.1.3");
});

test("an IPv6 block begins behind its first address", () => {
  expect(run(block("fd00:244::/64", "fd00:244::1"), "ADD a", "ADD b")).toEqual([
    "fd00:244::2",
    "fd00:244::3",
  ]);
});

test("no address is another's, none is the gateway's, and the state that was given stays as it was", () => {
  const command = record<IpamCommand>({
    op: constantFrom("ADD", "DEL"),
    container: constantFrom("a", "b", "c", "d", "e", "f"),
  });
  holds(
    property(
      array(command, { maxLength: 30 }),
      constantFrom("lowest" as const, "round-robin" as const),
      (list, order) => {
        let state = block("10.244.1.0/29", "10.244.1.1", order);
        for (const one of list) {
          const before = new Map(state.leases);
          const step = ipam(state, one);
          expect(state.leases).toEqual(before);
          state = step.state;
          const given = [...state.leases.values()].map(formatIpAddress);
          expect(new Set([...given, "10.244.1.0", "10.244.1.1", "10.244.1.7"]).size).toBe(given.length + 3);
          expect([...state.leases.values()].every((address) => containsAddress(state.subnet, address))).toBe(
            true,
          );
          expect(step.error === "exhausted").toBe(
            one.op === "ADD" && !before.has(one.container) && before.size === 5,
          );
        }
      },
    ),
  );
});
