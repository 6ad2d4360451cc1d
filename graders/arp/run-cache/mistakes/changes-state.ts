export function arpStep(
  state: ArpState,
  event: ArpEvent,
  now: number,
): { state: ArpState; actions: ArpAction[] } {
  const { entries, pending } = state;
  const actions: ArpAction[] = [];
  if (event.kind === "send") {
    const { ip, packet } = event;
    const known = entries[ip];
    const waiting = pending[ip];
    if (known && known.expires > now) {
      actions.push({ kind: "transmit", packet, mac: known.mac });
    } else if (waiting) {
      actions.push({ kind: "drop", packet: waiting.packet });
      pending[ip] = { ...waiting, packet };
    } else {
      actions.push({ kind: "request", ip });
      pending[ip] = { packet, retryAt: now + 1, tries: 1 };
    }
  }
  if (event.kind === "tick") {
    for (const ip of Object.keys(pending)) {
      const waiting = pending[ip];
      if (waiting.retryAt > now) continue;
      if (waiting.tries >= 3) {
        actions.push({ kind: "drop", packet: waiting.packet });
        delete pending[ip];
      } else {
        actions.push({ kind: "request", ip });
        pending[ip] = { ...waiting, retryAt: now + 1, tries: waiting.tries + 1 };
      }
    }
  }
  if (event.kind === "arp") {
    const { op, senderIp, senderMac, targetIp } = event;
    const forMe = op === 1 && targetIp === state.me.ip;
    const waiting = pending[senderIp];
    if (forMe || waiting || entries[senderIp]) entries[senderIp] = { mac: senderMac, expires: now + 60 };
    if (waiting) {
      actions.push({ kind: "transmit", packet: waiting.packet, mac: senderMac });
      delete pending[senderIp];
    }
    if (forMe) actions.push({ kind: "reply", to: senderMac, ip: senderIp });
  }
  return { state: { ...state, entries, pending }, actions };
}
