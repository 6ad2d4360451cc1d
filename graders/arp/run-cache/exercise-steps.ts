import { array, constantFrom, oneof, record, tuple, type Arbitrary } from "fast-check";
import { simplerLists } from "#course/generators/lists.ts";
import { withShrinks } from "#course/generators/with-shrinks.ts";
import { accepts, type Args } from "./exercise-domain.ts";
import { arpStep } from "./exercise-reference.ts";

const me = { ip: "10.0.0.1", mac: "02:00:00:00:00:01" };
const neighbours = ["10.0.0.2", "10.0.0.3", "10.0.0.4"] as const;
const cards = ["02:00:00:00:00:02", "02:00:00:00:00:03", "02:00:00:00:00:04"] as const;

const neighbour = constantFrom(...neighbours);

/** fast-check's records have no prototype, unlike everything that a learner writes. */
const plain = <T>(members: { [K in keyof T]: Arbitrary<T[K]> }): Arbitrary<T> =>
  record(members, { noNullPrototype: true });

const event: Arbitrary<ArpEvent> = oneof(
  {
    weight: 3,
    arbitrary: plain({
      kind: constantFrom("send" as const),
      ip: neighbour,
      packet: constantFrom("p1", "p2", "p3"),
    }),
  },
  { weight: 3, arbitrary: plain({ kind: constantFrom("tick" as const) }) },
  {
    weight: 4,
    arbitrary: plain({
      kind: constantFrom("arp" as const),
      op: constantFrom(1 as const, 2 as const),
      senderIp: oneof({ weight: 9, arbitrary: neighbour }, { weight: 1, arbitrary: constantFrom("0.0.0.0") }),
      senderMac: constantFrom(...cards),
      targetIp: oneof({ weight: 2, arbitrary: constantFrom(me.ip) }, { weight: 1, arbitrary: neighbour }),
    }),
  },
);

/** Seconds between two events: often just as long as something takes. */
const pause = oneof(
  { weight: 3, arbitrary: constantFrom(0, 0.5, 1) },
  { weight: 2, arbitrary: constantFrom(1, 2, 2.5) },
  { weight: 1, arbitrary: constantFrom(30, 59, 60, 61) },
);

/**
 * States that a run of the reference leads to, with one more event. Shrinks to a state with less in it, an earlier
 * time, and plainer entries.
 */
export const steps: Arbitrary<Args> = withShrinks(
  tuple(array(tuple(pause, event), { maxLength: 12 }), pause, event)
    .map(([past, last, happening]): Args => {
      let state: ArpState = { me, entries: {}, pending: {} };
      let now = 0;
      for (const [wait, happened] of past) {
        now += wait;
        if (accepts([state, happened, now])) state = arpStep(state, happened, now).state;
      }
      return [state, happening, now + last];
    })
    .filter(accepts),
  accepts,
  simplerSteps,
);

function* simplerSteps([state, happened, now]: Args): Iterable<Args> {
  const entries = Object.entries(state.entries);
  const pending = Object.entries(state.pending);
  for (const fewer of simplerLists(entries, ([ip, entry]) => plainerEntries(ip, entry, now)))
    yield [{ ...state, entries: Object.fromEntries(fewer) }, happened, now];
  for (const fewer of simplerLists(pending, ([ip, waiting]) => plainerPending(ip, waiting, now)))
    yield [{ ...state, pending: Object.fromEntries(fewer) }, happened, now];
  const times = [
    now,
    ...entries.map(([, { expires }]) => expires),
    ...pending.map(([, { retryAt }]) => retryAt),
  ];
  const earliest = Math.min(...times);
  if (earliest > 0) yield [shifted(state, earliest), happened, now - earliest];
  if (happened.kind !== "arp") return;
  if (happened.op === 2) yield [state, { ...happened, op: 1 }, now];
  if (happened.targetIp !== state.me.ip) yield [state, { ...happened, targetIp: state.me.ip }, now];
  if (happened.senderMac !== cards[0]) yield [state, { ...happened, senderMac: cards[0] }, now];
}

type Entry = ArpState["entries"][Ip];
type Waiting = ArpState["pending"][Ip];

/** An expired entry has just expired, a fresh one has just been made. */
function* plainerEntries(ip: Ip, entry: Entry, now: number): Iterable<[Ip, Entry]> {
  const expires = entry.expires > now ? now + 60 : now;
  if (entry.expires !== expires) yield [ip, { ...entry, expires }];
}

/** What is due is due now, what is not is due in a second; the first try. */
function* plainerPending(ip: Ip, waiting: Waiting, now: number): Iterable<[Ip, Waiting]> {
  const retryAt = waiting.retryAt > now ? now + 1 : now;
  if (waiting.retryAt !== retryAt) yield [ip, { ...waiting, retryAt }];
  if (waiting.tries > 1) yield [ip, { ...waiting, tries: waiting.tries - 1 }];
}

/** The same state, told `by` seconds earlier. */
const shifted = ({ me: self, entries, pending }: ArpState, by: number): ArpState => ({
  me: self,
  entries: Object.fromEntries(
    Object.entries(entries).map(([ip, entry]) => [ip, { ...entry, expires: entry.expires - by }]),
  ),
  pending: Object.fromEntries(
    Object.entries(pending).map(([ip, waiting]) => [ip, { ...waiting, retryAt: waiting.retryAt - by }]),
  ),
});
