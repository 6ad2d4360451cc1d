import { z } from "zod";
import type { Flow, NatEntry } from "#net/stack/nat-entry.ts";
import { natInbound, natLifetimes, natOutbound, type NatRules } from "#net/stack/nat.ts";
import { formatIpv4Address } from "#net/wire/address.ts";
import { ipProtocol } from "#net/wire/ip-protocol.ts";
import { ipv4, prefix } from "../addresses.ts";
import { natFrames } from "./nat-frames.ts";
import { same, vectors, type Check, type Suite } from "../suite.ts";

const endpoint = z.string().transform((text) => {
  const [address = "", port = ""] = text.split(":");
  return { address: ipv4(address), port: Number(port) };
});
const phase = z.object({
  phase: z.string(),
  rules: z.array(z.string()),
  flows: z.array(
    z.object({
      inside: endpoint,
      remote: endpoint,
      outside: endpoint.nullable(),
      replySeenFrom: z.string().optional(),
    }),
  ),
});

/** The outside address is the box's own, or the rule's; a port range is the rule's. */
function rulesOf([rule = ""]: readonly string[]): NatRules {
  const [, address, lowest, highest] = /--to-source ([0-9.]+)(?::(\d+)-(\d+))?/.exec(rule) ?? [];
  return {
    outside: ipv4(address ?? "203.0.113.1"),
    inside: prefix("192.168.60.0/24"),
    ports: lowest === undefined ? null : [Number(lowest), Number(highest)],
    forwards: [],
    ...natLifetimes,
  };
}

const classOf = (port: number): number => (port < 512 ? 0 : port < 1024 ? 1 : 2);

/** What a mapping is held to: the kernel draws a port when it cannot keep the flow's own. */
const shape = (
  own: number,
  ports: readonly [number, number] | null,
  outside: { address: number; port: number },
) => ({
  address: formatIpv4Address(outside.address),
  port:
    ports === null
      ? { kept: outside.port === own, sameClass: classOf(outside.port) === classOf(own) }
      : { inRange: outside.port >= ports[0] && outside.port <= ports[1] },
});

const natMappings = vectors(phase, (vector) => {
  const rules = rulesOf(vector.rules);
  let entries: readonly NatEntry[] = [];
  const used = new Set<string>();
  const checks: Check[] = [];
  for (const [i, { inside, remote, outside, replySeenFrom }] of vector.flows.entries()) {
    const flow: Flow = {
      protocol: ipProtocol.udp,
      source: inside.address,
      sourcePort: inside.port,
      destination: remote.address,
      destinationPort: remote.port,
    };
    const out = natOutbound(rules, entries, flow, i, 40_000 + i);
    entries = out.entries;
    if (out.verdict.action === "drop") {
      checks.push(same(`mapping ${i}`, outside, null));
      continue;
    }
    const sent = out.verdict.flow;
    const expected = outside === null ? null : shape(inside.port, rules.ports, outside);
    const mapped = { address: sent.source, port: sent.sourcePort };
    checks.push(same(`mapping ${i}`, expected, shape(inside.port, rules.ports, mapped)));

    const dialogue = [mapped.port, remote.address, remote.port].join(" ");
    checks.push(same(`mapping ${i} is nobody else's`, false, used.has(dialogue)));
    used.add(dialogue);

    const reply = {
      ...flow,
      source: sent.destination,
      sourcePort: sent.destinationPort,
      destination: sent.source,
      destinationPort: sent.sourcePort,
    };
    const back = natInbound(rules, entries, reply, i);
    const seen = back.verdict.action === "transmit" ? back.verdict.flow : null;
    checks.push(
      same(
        `reply ${i} comes from`,
        replySeenFrom,
        `${formatIpv4Address(seen?.source ?? 0)}:${seen?.sourcePort ?? 0}`,
      ),
      same(`reply ${i} goes to`, inside, { address: seen?.destination, port: seen?.destinationPort }),
    );
  }
  return checks;
});

export const netNat: Readonly<Record<string, Suite>> = {
  "net/nat-mappings.json": natMappings,
  "captures/nat-rules.txt": natFrames,
};
