type Step = { state: ArpState; actions: ArpAction[] };

export function arpStep(state: ArpState, event: ArpEvent, now: number): Step {
  const entries = { ...state.entries }; // des copies : l'état reçu reste intact
  const pending = { ...state.pending };
  const actions: ArpAction[] = [];

  if (event.kind === "send") {
    const { ip, packet } = event;
    const known = entries[ip];
    const waiting = pending[ip];
    if (known && known.expires > now) {
      actions.push({ kind: "transmit", packet, mac: known.mac });
    } else if (waiting) {
      // La question est déjà posée : seul le dernier paquet attend la réponse.
      actions.push({ kind: "drop", packet: waiting.packet });
      pending[ip] = { ...waiting, packet };
    } else {
      actions.push({ kind: "request", ip });
      pending[ip] = { packet, retryAt: now + 1, tries: 1 };
    }
  } else if (event.kind === "tick") {
    for (const [ip, waiting] of Object.entries(pending)) {
      if (waiting.retryAt > now) continue;
      if (waiting.tries < 3) {
        actions.push({ kind: "request", ip });
        pending[ip] = { ...waiting, retryAt: now + 1, tries: waiting.tries + 1 };
      } else {
        actions.push({ kind: "drop", packet: waiting.packet });
        delete pending[ip];
      }
    }
  } else {
    const { op, senderIp, senderMac, targetIp } = event;
    const asksForMe = op === 1 && targetIp === state.me.ip;
    const waiting = pending[senderIp];
    // On met à jour ce que l'on connaît ; on ne crée que pour qui nous parle.
    if (asksForMe || waiting || entries[senderIp]) {
      entries[senderIp] = { mac: senderMac, expires: now + 60 };
    }
    if (waiting) {
      actions.push({ kind: "transmit", packet: waiting.packet, mac: senderMac });
      delete pending[senderIp];
    }
    if (asksForMe) actions.push({ kind: "reply", to: senderMac, ip: senderIp });
  }

  return { state: { me: state.me, entries, pending }, actions };
}
