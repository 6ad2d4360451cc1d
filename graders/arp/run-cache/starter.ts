/**
 * Un pas du cache ARP : l'état, un événement et l'heure (en secondes)
 * donnent un nouvel état et la liste de ce qu'il faut faire.
 */
export function arpStep(
  state: ArpState,
  event: ArpEvent,
  now: number,
): { state: ArpState; actions: ArpAction[] } {
  // À vous : trois sortes d'événements, "send", "tick" et "arp".
  if (event.kind === "send") {
    return { state, actions: [{ kind: "request", ip: event.ip }] };
  }
  return { state, actions: [] };
}
