type Answer =
  | "ok"
  | "gateway-off-link"
  | "gateway-is-self"
  | "gateway-invalid"
  | "unknown-interface";

/**
 * Dit si la machine peut ajouter cette ligne à sa table de routage, et sinon
 * pourquoi.
 */
export function canAddRoute(host: Host, route: Route): Answer {
  // À vous : à quelles conditions une passerelle est-elle utilisable ?
  if (!host.ifaces.some(({ name }) => name === route.iface))
    return "unknown-interface";
  return "ok";
}
