import { parseEthernet } from "../wire/ethernet.ts";
import { isGroupMac, type Mac } from "../wire/mac.ts";

/** A switch or hub as a pure state machine. Ports are those with a cable in them. */
export type BridgeState = {
  readonly kind: "switch" | "hub";
  readonly ports: readonly string[];
  /** Behind which port each sender was last seen, and when (ms); empty in a hub. */
  readonly table: ReadonlyMap<Mac, { readonly port: string; readonly seenAt: number }>;
};

/** An address that has not been seen for so long is forgotten (IEEE 802.1Q §8.8.3), in ms. */
export const ageingTime = 300_000;

/** When a sender was seen is noted this exactly, in ms. */
const seenGranularity = 1000;

export type BridgeStep = {
  readonly bridge: BridgeState;
  readonly out: readonly string[];
  /** A sender that was not known behind this port. */
  readonly learned: Mac | null;
  /** Why it goes nowhere. */
  readonly dropped: "frame" | "same-port" | null;
};

/**
 * What becomes of a frame. A hub repeats it on all other ports. A switch notes where the sender is, and sends the
 * frame where the receiver is; to all other ports if it does not know, or if the frame is for many (IEEE 802.1D §7.8).
 */
export function bridgeFrame(bridge: BridgeState, port: string, bytes: Uint8Array, now: number): BridgeStep {
  const others = bridge.ports.filter((other) => other !== port);
  if (bridge.kind === "hub") return { bridge, out: others, learned: null, dropped: null };
  const parsed = parseEthernet(bytes);
  if (!parsed.ok) return { bridge, out: [], learned: null, dropped: "frame" };
  const { source, destination } = parsed.value;
  const known = bridge.table.get(source);
  // A group sends nothing; such a source would be a fault.
  const learnable = !isGroupMac(source);
  const fresh = known?.port === port && now - known.seenAt < seenGranularity;
  const table = learnable && !fresh ? new Map(bridge.table).set(source, { port, seenAt: now }) : bridge.table;
  const learned = learnable && known?.port !== port ? source : null;
  const at = isGroupMac(destination) ? undefined : table.get(destination);
  const target = at !== undefined && at.seenAt + ageingTime > now ? at.port : null;
  const next = table === bridge.table ? bridge : { ...bridge, table };
  if (target === port) return { bridge: next, out: [], learned, dropped: "same-port" };
  return { bridge: next, out: target === null ? others : [target], learned, dropped: null };
}
