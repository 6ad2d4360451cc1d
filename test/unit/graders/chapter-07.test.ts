import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "#net/bytes/hex.ts";
import { parseArp } from "#net/wire/arp.ts";
import { formatIpv4Address } from "#net/wire/address.ts";
import { formatMac } from "#net/wire/mac.ts";
import { ipv6AddressToBytes, parseIpv6Address } from "#net/wire/ipv6-address.ts";
import answerRequest from "../../../graders/arp/answer-request/exercise.ts";
import { arpStep } from "../../../graders/arp/run-cache/exercise-reference.ts";
import { accepts } from "../../../graders/arp/run-cache/exercise-domain.ts";
import parseFrame from "../../../graders/ethernet/parse-frame/exercise.ts";
import solicitedNode from "../../../graders/ndp/solicited-node/exercise.ts";

/** The references of chapter 7 against the vectors of the oracles. */
const data = new URL("../../conformance/data/", import.meta.url);
const vectors = <T>(file: string): T[] =>
  (JSON.parse(readFileSync(new URL(file, data), "utf8")) as { vectors: T[] }).vectors;
const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

type Ethernet = {
  kind: string;
  frameWithFcsHex: string;
  fcsOk?: boolean;
  dst: string;
  src: string;
  length?: number;
  etherType?: number;
  vlans?: { id: number; etherType: number }[];
  dstIsGroup: boolean;
  dstIsBroadcast: boolean;
};
type Known = { ip: string; mac: string; state: string };
type Neighbour = {
  case: string;
  family: number;
  before: Known[];
  frameHex: string;
  repliesHex: string[];
  after: Known[];
};
type Group = { kind: string; address: string; group: string; groupMac: string };

/** The host that the kernel was. */
const host = { ip: "10.61.7.1", mac: "02:00:00:00:61:01" };
const arpCases = vectors<Neighbour>("net/neighbour-cache.json").filter(({ family }) => family === 4);

describe("chapter 7", () => {
  it("07.1 reads frames as tshark and scapy do", () => {
    const frames = vectors<Ethernet>("l2/ethernet.json").filter(
      ({ kind, fcsOk }) => fcsOk === true && /^(Ethernet II|802\.1Q|802\.3)/.test(kind),
    );
    expect(frames.length).toBeGreaterThan(150);
    for (const frame of frames) {
      const bytes = bytesOf(frame.frameWithFcsHex).slice(0, -4);
      const [tag] = frame.vlans ?? [];
      const data = bytes.slice(tag === undefined ? 14 : 18);
      expect(parseFrame.accepts([bytes]), frame.kind).toBe(true);
      expect(parseFrame.reference(bytes), frame.frameWithFcsHex).toEqual({
        dst: frame.dst,
        src: frame.src,
        cast: frame.dstIsBroadcast ? "broadcast" : frame.dstIsGroup ? "multicast" : "unicast",
        srcValid: true,
        vlan: tag?.id ?? null,
        etherType: frame.length === undefined ? (tag?.etherType ?? frame.etherType) : null,
        payload: data.slice(0, frame.length),
      });
    }
  });

  it("07.2 answers what Linux answers, and keeps silent where it does", () => {
    let answered = 0;
    for (const { case: kind, frameHex, repliesHex } of arpCases) {
      const args = [bytesOf(frameHex), host];
      if (!answerRequest.accepts(args)) continue;
      const reply = answerRequest.reference(...args) as Uint8Array | null;
      expect(reply === null ? [] : [toHex(reply).slice(0, 84)], kind).toEqual(repliesHex);
      answered += repliesHex.length;
    }
    expect(answered).toBeGreaterThan(10);
  });

  it("07.3 knows afterwards whom Linux knows", () => {
    let compared = 0;
    for (const { case: kind, before, frameHex, repliesHex, after } of arpCases) {
      const arp = parseArp(bytesOf(frameHex).slice(14));
      // Entries made by hand and frames that are no ARP for this card do not exist in the exercise.
      if (!arp.ok || [...before, ...after].some(({ state }) => state === "PERMANENT" || state === "FAILED"))
        continue;
      if (kind === "frame for another MAC") continue;
      const entries = Object.fromEntries(before.map(({ ip, mac }) => [ip, { mac, expires: 130 }]));
      const event = {
        kind: "arp",
        op: arp.value.operation,
        senderIp: formatIpv4Address(arp.value.senderIp),
        senderMac: formatMac(arp.value.senderMac),
        targetIp: formatIpv4Address(arp.value.targetIp),
      };
      const args: unknown = [{ me: host, entries, pending: {} }, event, 100];
      if (!accepts(args)) continue;
      const { state, actions } = arpStep(...args);
      const known = Object.fromEntries(Object.entries(state.entries).map(([ip, { mac }]) => [ip, mac]));
      expect(known, kind).toEqual(Object.fromEntries(after.map(({ ip, mac }) => [ip, mac])));
      expect(actions.length, kind).toBe(repliesHex.length);
      compared++;
    }
    expect(compared).toBeGreaterThan(20);
  });

  it("07.4 joins the groups that Linux joined", () => {
    const groups = vectors<Group>("addr/eui64-solicited-node.json").filter(
      ({ kind }) => kind === "solicited-node",
    );
    expect(groups.length).toBeGreaterThan(50);
    for (const { address, group, groupMac } of groups) {
      const ip = ipv6AddressToBytes(parseIpv6Address(address) ?? 0n);
      expect(solicitedNode.reference(ip), address).toEqual({ group, mac: groupMac });
    }
  });
});
