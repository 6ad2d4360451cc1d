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
  /** The frame that this one follows from, as it came in: a router's hop. */
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
  const byNumber = new Map(journal.map((entry) => [entry.n, entry]));
  const ends = endsOf(journal);
  const steps: { at: number; flights: Flight[]; events: JournalEntry[] }[] = [];
  for (const entry of journal) {
    if (entry.kind === "received" || entry.kind === "lost") continue;
    let step = steps.at(-1);
    if (entry.kind === "sent") {
      // A frame that leaves later, or after something else happened, begins a new step.
      if (step === undefined || step.at !== entry.at)
        steps.push((step = { at: entry.at, flights: [], events: [] }));
      step.flights.push(flightOf(entry, ends, byNumber));
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

function flightOf(
  sent: FrameSent & Pick<JournalEntry, "n" | "at" | "because">,
  ends: ReadonlyMap<string, End>,
  byNumber: ReadonlyMap<number, JournalEntry>,
): Flight {
  const end = ends.get(keyOf(sent));
  const cause = sent.because === null ? undefined : byNumber.get(sent.because);
  return {
    n: sent.n,
    link: sent.link,
    from: { node: sent.node, interface: sent.interface },
    to: end?.kind === "received" ? { node: end.node, interface: end.interface } : null,
    startedAt: sent.at,
    endedAt: end?.at ?? sent.at,
    bytes: sent.bytes,
    lost: end?.kind === "lost" ? end.reason : null,
    before: cause?.kind === "received" ? cause.bytes : null,
  };
}
