import { z } from "zod";
import { toHex } from "#net/bytes/hex.ts";
import { receiveArp } from "#net/stack/arp-reception.ts";
import { receiveNdp } from "#net/stack/ndp-reception.ts";
import { newNeighbour, type Neighbour, type NeighbourCache } from "#net/stack/neighbour-cache.ts";
import { emitArp, parseArp } from "#net/wire/arp.ts";
import { ipv6MulticastMac, solicitedNode } from "#net/wire/derived-address.ts";
import { emitEthernet, etherType, parseEthernet } from "#net/wire/ethernet.ts";
import { broadcastMac, formatMac, parseMac, type Mac } from "#net/wire/mac.ts";
import { parseAddressWithLength, parseIpAddress, formatIpAddress } from "#net/wire/prefix.ts";
import { must } from "../addresses.ts";
import { bytesOf } from "../hex.ts";
import { same, vectors, type Suite } from "../suite.ts";

const entry = z.object({
  ip: z.string(),
  mac: z.string(),
  state: z.enum(["REACHABLE", "STALE", "DELAY", "PROBE", "PERMANENT"]),
  router: z.boolean().optional(),
});
const states = {
  REACHABLE: "reachable",
  STALE: "stale",
  DELAY: "delay",
  PROBE: "probe",
  PERMANENT: "permanent",
} as const;

const cacheOf = (entries: readonly z.infer<typeof entry>[]): NeighbourCache =>
  new Map(
    entries.map(({ ip, mac, state, router }): [string, Neighbour] => [
      formatIpAddress(must(parseIpAddress(ip), ip)),
      {
        ...newNeighbour,
        mac: must(parseMac(mac), mac),
        state: states[state],
        isRouter: router ?? false,
      },
    ]),
  );
/** What two caches are compared by; who is only asked for is not in the kernel's list. */
const listOf = (cache: NeighbourCache) =>
  [...cache]
    .filter(([, { mac }]) => mac !== null)
    .map(([ip, { mac, state, isRouter }]) => [ip, formatMac(mac ?? 0), state, isRouter])
    .sort();

type Host = { readonly mac: Mac; readonly ipv4: number; readonly ipv6: bigint };
const hostOf = ({ host }: z.infer<typeof meta>): Host => ({
  mac: must(parseMac(host.mac), "MAC"),
  ipv4: Number(must(parseAddressWithLength(host.ipv4), "address").address.value),
  ipv6: must(parseAddressWithLength(host.ipv6), "address").address.value,
});
const meta = z.object({ host: z.object({ mac: z.string(), ipv4: z.string(), ipv6: z.string() }) });

/** The link layer of the host: what its card takes in, and its answers as frames. */
function receive(host: Host, before: NeighbourCache, bytes: Uint8Array) {
  const frame = parseEthernet(bytes);
  const nothing = { cache: before, replies: [] as string[] };
  if (!frame.ok) return nothing;
  const groups = [solicitedNode(host.ipv6), (0xff02n << 112n) + 1n].map(ipv6MulticastMac);
  if (![host.mac, broadcastMac, ...groups].includes(frame.value.destination)) return nothing;
  const send = (destination: Mac, type: number, payload: Uint8Array): string => {
    const sent = emitEthernet({
      destination,
      source: host.mac,
      tags: [],
      etherType: type,
      payload,
      padding: new Uint8Array(),
    });
    return sent.ok ? toHex(sent.value) : sent.error.code;
  };
  if (frame.value.etherType === etherType.ipv6) {
    const self = { mac: host.mac, addresses: [host.ipv6], isRouter: false };
    const { cache, actions } = receiveNdp(before, self, frame.value.payload, 0);
    const replies = actions.flatMap((action) =>
      action.kind === "transmit" ? [send(action.mac, etherType.ipv6, action.packet)] : [],
    );
    return { cache, replies };
  }
  const arp = parseArp(frame.value.payload);
  if (frame.value.etherType !== etherType.arp || !arp.ok) return nothing;
  const { cache, reply } = receiveArp(before, { mac: host.mac, addresses: [host.ipv4] }, arp.value, 0);
  const emitted = reply === null ? null : emitArp(reply);
  return {
    cache,
    replies:
      reply !== null && emitted?.ok === true ? [send(reply.targetMac, etherType.arp, emitted.value)] : [],
  };
}

const neighbourCache = vectors(
  z.object({
    case: z.string(),
    before: z.array(entry),
    frameHex: z.string(),
    repliesHex: z.array(z.string()),
    after: z.array(entry),
  }),
  (vector, { host }: z.infer<typeof meta>) => {
    const { cache, replies } = receive(hostOf({ host }), cacheOf(vector.before), bytesOf(vector.frameHex));
    return [
      same("replies", vector.repliesHex, replies),
      same("cache", listOf(cacheOf(vector.after)), listOf(cache)),
    ];
  },
  meta,
);

export const netNeighbours: Readonly<Record<string, Suite>> = { "net/neighbour-cache.json": neighbourCache };
