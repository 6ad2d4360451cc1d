import { equalBytes } from "../bytes/byte-string.ts";

/**
 * Putting fragments together again, for both versions of IP (RFC 791 §3.2, RFC 8200 §4.5). What fragments have come
 * of a datagram is a list of pieces; RFC 815's holes are what the pieces leave open.
 */
export type Fragment = {
  /** Of all fragments of one datagram the same, and of no others. */
  readonly key: string;
  /** Of `data` in the original datagram, in bytes. */
  readonly offset: number;
  readonly more: boolean;
  readonly data: Uint8Array;
  /** The fragment as it came. */
  readonly packet: Uint8Array;
};

/** The datagrams of which something is missing. */
export type ReassemblyState = ReadonlyMap<string, Unfinished>;

type Piece = { readonly start: number; readonly data: Uint8Array };
type Unfinished = {
  readonly pieces: readonly Piece[];
  /** Length of the data, known once the last fragment is there. */
  readonly total: number | null;
  /** The fragment of offset 0. */
  readonly first: Uint8Array | null;
  /** When it is given up, in ms. */
  readonly deadline: number;
  /** Whether it is lost already: what still comes of it is discarded too (RFC 5722 §4). */
  readonly lost: boolean;
};

export type ReassemblyRules = {
  /** How long the fragments of a datagram wait for the others, in ms. */
  readonly lifetime: number;
  /** Whether fragments may overlap where they say the same; where they differ, the datagram is always lost. */
  readonly overlapOfEqualData: boolean;
};

/** `end`: two last fragments disagree, or something lies behind the last. `empty`: no data. */
export type LossReason = "overlap" | "end" | "empty" | "lost-before";

export type ReassemblyOutcome =
  | { readonly kind: "complete"; readonly first: Uint8Array; readonly data: Uint8Array }
  | { readonly kind: "waiting" | "duplicate" }
  | { readonly kind: "discarded"; readonly reason: LossReason };

export type ReassemblyStep = { readonly state: ReassemblyState; readonly outcome: ReassemblyOutcome };

/** Takes a fragment in. `now` in ms; datagrams past their deadline are for `expireReassembly`, to be called before. */
export function addFragment(
  state: ReassemblyState,
  fragment: Fragment,
  now: number,
  rules: ReassemblyRules,
): ReassemblyStep {
  const { key, offset, more, data, packet } = fragment;
  const known = state.get(key) ?? {
    pieces: [],
    total: null,
    first: null,
    deadline: now + rules.lifetime,
    lost: false,
  };
  const keep = (unfinished: Unfinished): ReassemblyState => new Map(state).set(key, unfinished);
  const piece = { start: offset, data };
  if (known.pieces.some((other) => samePiece(other, piece))) return { state, outcome: { kind: "duplicate" } };
  const reason = lossReason(known, piece, more, rules);
  if (reason !== null) {
    const lost = { ...known, pieces: [], first: null, lost: true };
    return { state: keep(lost), outcome: { kind: "discarded", reason } };
  }
  const next: Unfinished = {
    ...known,
    pieces: [...known.pieces, piece],
    total: more ? known.total : endOf(piece),
    first: offset === 0 ? packet : known.first,
  };
  const whole = assemble(next);
  if (whole === null || next.first === null) return { state: keep(next), outcome: { kind: "waiting" } };
  const rest = new Map(state);
  rest.delete(key);
  return { state: rest, outcome: { kind: "complete", first: next.first, data: whole } };
}

const endOf = ({ start, data }: Piece): number => start + data.length;

const samePiece = (a: Piece, b: Piece): boolean => a.start === b.start && equalBytes(a.data, b.data);

function lossReason(
  { pieces, total, lost }: Unfinished,
  piece: Piece,
  more: boolean,
  { overlapOfEqualData }: ReassemblyRules,
): LossReason | null {
  if (lost) return "lost-before";
  if (piece.data.length === 0) return "empty";
  const end = endOf(piece);
  if (total !== null && (more ? end > total : end !== total)) return "end";
  if (!more && pieces.some((other) => endOf(other) > end)) return "end";
  const overlapping = pieces.filter((other) => piece.start < endOf(other) && other.start < end);
  if (overlapOfEqualData ? overlapping.every((other) => agree(other, piece)) : overlapping.length === 0) {
    return null;
  }
  return "overlap";
}

/** Whether two overlapping pieces have the same bytes where they overlap. */
function agree(a: Piece, b: Piece): boolean {
  const start = Math.max(a.start, b.start);
  const end = Math.min(endOf(a), endOf(b));
  return equalBytes(
    a.data.subarray(start - a.start, end - a.start),
    b.data.subarray(start - b.start, end - b.start),
  );
}

/** The data, or null while there is a hole. */
function assemble({ pieces, total }: Unfinished): Uint8Array | null {
  if (total === null) return null;
  const whole = new Uint8Array(total);
  let reached = 0;
  for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
    if (piece.start > reached) return null;
    whole.set(piece.data, piece.start);
    reached = Math.max(reached, endOf(piece));
  }
  return reached === total ? whole : null;
}

/**
 * Gives up what is past its deadline. `firstFragments` are the fragments of offset 0 among it, which the ICMP errors
 * "fragment reassembly time exceeded" quote; without that fragment there is no error (RFC 792, RFC 8200 §4.5).
 */
export function expireReassembly(
  state: ReassemblyState,
  now: number,
): { readonly state: ReassemblyState; readonly firstFragments: readonly Uint8Array[] } {
  const expired = [...state.values()].filter(({ deadline }) => deadline <= now);
  if (expired.length === 0) return { state, firstFragments: [] };
  return {
    state: new Map([...state].filter(([, { deadline }]) => deadline > now)),
    firstFragments: expired.flatMap(({ first }) => (first === null ? [] : [first])),
  };
}
