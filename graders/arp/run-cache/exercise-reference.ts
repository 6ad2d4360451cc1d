/** Entries are used for a minute (RFC 1122 §2.3.2.1 asks for a limit); seconds. */
const lifetime = 60;
/** At most one request a second for an address (RFC 1122 §2.3.2.1); seconds. */
const retryInterval = 1;
/** Requests in all before the packet is given up. */
const mostTries = 3;

export type Step = { state: ArpState; actions: ArpAction[] };

export const isFresh = (entry: { expires: number } | undefined, now: number): boolean =>
  entry !== undefined && entry.expires > now;

/**
 * One step of the course's ARP cache (RFC 826, "Packet Reception"; RFC 1122 §2.3.2). It is simpler than
 * `net/stack/neighbour-cache.ts`: an entry is fresh for a minute and then unknown, with no probing in between.
 * Never changes its arguments; expired entries stay where they are.
 */
export function arpStep(state: ArpState, event: ArpEvent, now: number): Step {
  switch (event.kind) {
    case "send":
      return send(state, event.ip, event.packet, now);
    case "tick":
      return tick(state, now);
    case "arp":
      return receive(state, event, now);
  }
}

function send(state: ArpState, ip: Ip, packet: string, now: number): Step {
  const known = state.entries[ip];
  if (known !== undefined && isFresh(known, now)) {
    return { state, actions: [{ kind: "transmit", packet, mac: known.mac }] };
  }
  const waiting = state.pending[ip];
  // RFC 1122 §2.3.2.2: at least the latest packet is saved.
  return waiting === undefined
    ? {
        state: withPending(state, ip, { packet, retryAt: now + retryInterval, tries: 1 }),
        actions: [{ kind: "request", ip }],
      }
    : {
        state: withPending(state, ip, { ...waiting, packet }),
        actions: [{ kind: "drop", packet: waiting.packet }],
      };
}

function tick(state: ArpState, now: number): Step {
  const due = Object.entries(state.pending).filter(([, { retryAt }]) => retryAt <= now);
  return due.reduce<Step>(
    ({ state: before, actions }, [ip, waiting]) =>
      waiting.tries >= mostTries
        ? {
            state: withoutPending(before, ip),
            actions: [...actions, { kind: "drop", packet: waiting.packet }],
          }
        : {
            state: withPending(before, ip, {
              ...waiting,
              retryAt: now + retryInterval,
              tries: waiting.tries + 1,
            }),
            actions: [...actions, { kind: "request", ip }],
          },
    { state, actions: [] },
  );
}

function receive(state: ArpState, arp: Extract<ArpEvent, { kind: "arp" }>, now: number): Step {
  const { op, senderIp, senderMac, targetIp } = arp;
  const asksForMe = op === 1 && targetIp === state.me.ip;
  const waiting = state.pending[senderIp];
  const isLearned = asksForMe || waiting !== undefined || isFresh(state.entries[senderIp], now);
  const learned = isLearned ? withEntry(state, senderIp, senderMac, now) : state;
  const transmit: ArpAction[] =
    waiting === undefined ? [] : [{ kind: "transmit", packet: waiting.packet, mac: senderMac }];
  const reply: ArpAction[] = asksForMe ? [{ kind: "reply", to: senderMac, ip: senderIp }] : [];
  return { state: withoutPending(learned, senderIp), actions: [...transmit, ...reply] };
}

const withEntry = (state: ArpState, ip: Ip, mac: Mac, now: number): ArpState => ({
  ...state,
  entries: { ...state.entries, [ip]: { mac, expires: now + lifetime } },
});

const withPending = (state: ArpState, ip: Ip, waiting: ArpState["pending"][Ip]): ArpState => ({
  ...state,
  pending: { ...state.pending, [ip]: waiting },
});

const withoutPending = (state: ArpState, ip: Ip): ArpState => ({
  ...state,
  pending: Object.fromEntries(Object.entries(state.pending).filter(([key]) => key !== ip)),
});
