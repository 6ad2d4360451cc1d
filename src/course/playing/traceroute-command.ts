import { z } from "zod";
import { parseIpAddress } from "../../net/wire/prefix.ts";
import { tracerouteProbe } from "../network/probes.ts";
import type { Command } from "../network/terminal/command.ts";
import { Stopped, unusable, type Placed } from "./placed.ts";

const hops = z.object({
  hops: z.array(
    z.object({
      ttl: z.int(),
      replies: z.array(z.object({ from: z.string(), rttMs: z.number() }).nullable()),
    }),
  ),
  reached: z.boolean(),
});

const settings = { maxTtl: 30, probes: 3, basePort: 33_434 } as const;

/** `traceroute` by the learner's own function (capstone 09.4): its probes cross the simulated network. */
export const learnerTraceroute =
  (placed: Placed): Command =>
  (words, { simulation, node }) => {
    const text = words.at(-1) ?? "";
    const destination = parseIpAddress(text);
    if (destination === null) return [`${text}: Name or service not known`];
    const prober = { simulation, node, destination, wait: 1000 };
    const probe = tracerouteProbe(prober);
    const given = placed.call((ttl: unknown, port: unknown) => probe(Number(ttl), Number(port)), settings);
    const answer = hops.safeParse(given);
    if (!answer.success) throw new Stopped(unusable("traceroute", given));
    return [
      `traceroute to ${text} (${text}), ${settings.maxTtl} hops max`,
      ...answer.data.hops.map(({ ttl, replies }) => `${String(ttl).padStart(2)}  ${repliesText(replies)}`),
    ];
  };

function repliesText(replies: z.infer<typeof hops>["hops"][number]["replies"]): string {
  let shown = "";
  return replies
    .map((reply) => {
      if (reply === null) return "*";
      const address = reply.from === shown ? "" : `${reply.from}  `;
      shown = reply.from;
      return `${address}${reply.rttMs.toFixed(3)} ms`;
    })
    .join("  ");
}
