import { count, french, frenchNumber } from "#course/feedback/fr/typography.ts";
import type { JournalEntry, NeighbourChanged } from "#net/simulator/journal.ts";

/** Why a node or a link gave something up, by the journal's code. */
const reasons: Readonly<Record<string, string>> = {
  ttl: french`le TTL est épuisé`,
  "no-route": french`aucune route ne convient`,
  checksum: french`la somme de contrôle de l’en-tête est fausse`,
  truncated: french`le paquet est coupé`,
  version: french`la version n’est pas la bonne`,
  martian: french`cette adresse ne devrait pas circuler`,
  option: french`une option est incorrecte`,
  "source-route": french`la route imposée est impossible`,
  "not-forwarding": french`cette machine ne réexpédie pas`,
  "link-broadcast": french`la trame était diffusée, le paquet non`,
  multicast: french`les groupes ne sont pas routés ici`,
  "too-big": french`le paquet est trop long et ne doit pas être coupé`,
  blackhole: french`la table dit de le jeter`,
  unreachable: french`la table dit : destination inaccessible`,
  prohibit: french`la table dit : communication interdite`,
  "neighbour-unreachable": french`le voisin ne répond pas`,
  loss: french`perte sur le lien`,
  "link-down": french`le lien est coupé`,
  mtu: french`la trame est plus longue que ce que le lien transporte`,
  "other-mac": french`la trame est pour une autre carte`,
  "same-port": french`le destinataire est derrière le port d’arrivée`,
  "ether-type": french`ce type de trame n’est pas traité`,
  "interface-down": french`l’interface n’est pas branchée`,
  "neighbour-queue": french`trop de paquets attendent ce voisin`,
  "fragment-duplicate": french`ce fragment est déjà arrivé`,
  "fragment-overlap": french`des fragments se recouvrent`,
  "fragment-timeout": french`les autres fragments ne sont pas venus à temps`,
  filtered: french`un filtre le refuse`,
  silent: french`cette machine n’envoie pas d’ICMP`,
  dead: french`cette machine est arrêtée`,
  "nat-ports-exhausted": french`tous les ports de la table NAT sont pris`,
};

export const reasonOf = (code: string): string => reasons[code] ?? code;

/** What a node does besides sending, one sentence; null for what other places show (the output of programs). */
export function eventSentence(entry: JournalEntry): string | null {
  switch (entry.kind) {
    case "dropped":
      return french`${entry.node} jette le paquet : ${reasonOf(entry.reason)}.`;
    case "delivered":
      return french`${entry.node} garde le paquet : il est pour cette machine.`;
    case "neighbour":
      return neighbourSentence(entry);
    case "port-learned":
      return french`${entry.node} apprend que ${entry.mac} est derrière le port ${entry.port}.`;
    case "path-mtu":
      return french`${entry.node} note que vers ${entry.destination}, un paquet fait au plus ${frenchNumber(entry.mtu)} octets.`;
    case "route":
      return french`${entry.node} note un meilleur premier saut vers ${entry.destination} : ${entry.gateway}.`;
    case "nat":
      return french`${entry.node} note dans sa table NAT : ${entry.inside} sort par le port ${entry.outsidePort} vers ${entry.remote}.`;
    case "sent":
    case "received":
    case "lost":
    case "started":
    case "printed":
    case "ended":
      return null;
  }
}

function neighbourSentence({ node, address, before, after }: NeighbourChanged): string | null {
  if (after === null) return french`${node} oublie ${address} dans sa table de voisins.`;
  if (after.mac === null) return french`${node} cherche l’adresse MAC de ${address}.`;
  return before?.mac === after.mac ? null : french`${node} note : ${address} a l’adresse MAC ${after.mac}.`;
}

/** What the network on screen says. */
export const words = {
  kinds: { host: "machine", router: "routeur", switch: "commutateur", hub: "hub" },
  reconstruction: french`Le dessin du document est perdu : celui-ci est notre reconstruction.`,

  tables: french`Adresses et tables de routage`,
  node: "Nœud",
  interface: "Interface",
  address: "Adresse",
  link: "Relié à",
  unplugged: "rien",
  destination: "Destination",
  gateway: "Passerelle",
  direct: "directement connecté",
  routesOf: (node: string) => french`Table de ${node}, sans les réseaux directement connectés`,

  open: "Lancer la simulation",
  opening: "La simulation se prépare…",
  openFailed: french`La simulation ne s’est pas ouverte. Vérifiez la connexion, puis rechargez la page.`,
  noscript: french`La simulation demande JavaScript. Le dessin et le texte se lisent sans.`,

  openOwn: "Mettre vos fonctions dans le réseau",
  openTerminal: "Ouvrir les terminaux",
  terminal: "Terminal",
  terminalOn: "Terminal de",
  commandOn: (node: string) => `Commande à taper sur ${node}`,
  execute: "Exécuter",
  terminalHelp: french`Entrée exécute, Tab complète, les flèches rappellent les commandes. Échap vide la ligne ; Tab passe alors à la suite. Commandes : ping, traceroute, arp, ip (addr, route, neigh), route.`,

  player: "Lecture de la simulation",
  first: "Au début",
  back: "Précédent",
  next: "Suivant",
  play: "Lire",
  pause: "Pause",
  speed: "Vitesse",
  speeds: { slow: "lente", normal: "normale", fast: "rapide" },
  position: "Étape",
  step: (index: number, all: number, at: number) =>
    french`Étape ${index + 1} sur ${all}, à ${milliseconds(at)}.`,
  start: french`Rien n’est encore parti. « Suivant » montre la première étape.`,
  empty: french`Rien n’a circulé.`,

  sends: (from: string, to: string | null) => (to === null ? `${from} → ×` : `${from} → ${to}`),
  lostOn: (link: string, reason: string) => french`perdu sur ${link} : ${reasonOf(reason)}`,

  packets: "Trames",
  capturedOn: "Capture sur",
  everywhere: "tous les liens",
  columns: {
    number: "N°",
    time: "Temps",
    source: "Source",
    destination: "Destination",
    protocol: "Protocole",
    length: "Longueur",
    info: "Info",
  },
  exportPcap: "Exporter en .pcap",
  exported: (frames: number, name: string) =>
    french`${count(frames, "trame écrite", "trames écrites")} dans ${name}. Wireshark et tcpdump l’ouvrent.`,
  mixed: french`Ces liens n’ont pas le même format de trame. Choisissez un lien pour exporter.`,
  none: french`Aucune trame ici.`,

  frame: (number: number) => `Trame ${number}`,
  rewritten: "réécrit",
  unchanged: "inchangé",
  added: "nouveau",
  before: "avant",
  after: "après",
  hop: french`Ce que ce saut change`,
  quoted: french`cité dans l’erreur`,
  log: "Journal en texte",
} as const;

/** `12,345 s`. */
export const seconds = (ms: number): string => `${frenchNumber(ms / 1000, 3)}\u202fs`;
const milliseconds = (ms: number): string => `${frenchNumber(ms, 1)}\u202fms`;

/** Names of headers, as chapters call them. */
export const layerNames: Readonly<Record<string, string>> = {
  ethernet: "Ethernet",
  arp: "ARP",
  ipv4: "IPv4",
  ipv6: "IPv6",
  icmpv4: "ICMP",
  icmpv6: "ICMPv6",
  udp: "UDP",
  tcp: "TCP",
  dns: "DNS",
  dhcp: "DHCP",
  vxlan: "VXLAN",
};
