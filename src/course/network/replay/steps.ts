import { layersOf } from "../dissection/layers.ts";
import { isSamePacket } from "../dissection/same-packet.ts";
import type { FrameLost, FrameReceived, FrameSent, JournalEntry } from "../../../net/simulator/journal.ts";

/** A frame on its way over a link: from one end, at one time, to the other end or nowhere. Times in ms. */
export type Flight = {
  /** Entry of the journal that sent it. */
  readonly n: number;
  readonly link: string;
  readonly from: { readonly node: string; readonly interface: string };
  /** Null where it never came out. */
  readonly to: { readonly node: string; readonly interface: string } | null;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly bytes: Uint8Array;
  /** Why it was lost; null when it arrived. */
  readonly lost: FrameLost["reason"] | null;
  /** The same packet as it came into this node: what a router's hop changes; null where it does not forward one. */
  readonly before: Uint8Array | null;
};

/** What is seen at once: frames that leave at the same time, and what nodes do with them until the next ones leave. */
export type ReplayStep = {
  readonly at: number;
  readonly flights: readonly Flight[];
  /** Everything else that the journal says meanwhile: drops, deliveries, tables learnt, output of programs. */
  readonly events: readonly JournalEntry[];
};

/** A journal as steps that one can go through, forwards and back. What comes before the first frame is a step too. */
export function stepsOf(journal: readonly JournalEntry[]): readonly ReplayStep[] {
  const ends = endsOf(journal);
  const steps: { at: number; flights: Flight[]; events: JournalEntry[] }[] = [];
  const came = new Map<string, Uint8Array[]>();
  for (const entry of journal) {
    if (entry.kind === "received")
      came.set(entry.node, [entry.bytes, ...(came.get(entry.node) ?? [])].slice(0, remembered));
    if (entry.kind === "received" || entry.kind === "lost") continue;
    let step = steps.at(-1);
    if (entry.kind === "sent") {
      // A frame that leaves later, or after something else happened, begins a new step.
      if (step === undefined || step.at !== entry.at)
        steps.push((step = { at: entry.at, flights: [], events: [] }));
      step.flights.push(flightOf(entry, ends, came.get(entry.node) ?? []));
    } else {
      if (step === undefined) steps.push((step = { at: entry.at, flights: [], events: [] }));
      step.events.push(entry);
    }
  }
  return steps;
}

type End = (FrameReceived | FrameLost) & { readonly at: number };
const keyOf = ({ link, frame }: { readonly link: string; readonly frame: number }): string =>
  `${link}\n${frame}`;

function endsOf(journal: readonly JournalEntry[]): ReadonlyMap<string, End> {
  const ends = new Map<string, End>();
  for (const entry of journal) {
    if ((entry.kind === "received" || entry.kind === "lost") && !ends.has(keyOf(entry)))
      ends.set(keyOf(entry), entry);
  }
  return ends;
}

/** Frames that came into a node and may still be on their way out: one waits there while a neighbour is asked for. */
const remembered = 12;

function flightOf(
  sent: FrameSent & Pick<JournalEntry, "n" | "at">,
  ends: ReadonlyMap<string, End>,
  came: readonly Uint8Array[],
): Flight {
  const end = ends.get(keyOf(sent));
  const layers = layersOf(sent.bytes);
  return {
    n: sent.n,
    link: sent.link,
    from: { node: sent.node, interface: sent.interface },
    to: end?.kind === "received" ? { node: end.node, interface: end.interface } : null,
    startedAt: sent.at,
    endedAt: end?.at ?? sent.at,
    bytes: sent.bytes,
    lost: end?.kind === "lost" ? end.reason : null,
    before: came.find((bytes) => isSamePacket(layers, layersOf(bytes))) ?? null,
  };
}
