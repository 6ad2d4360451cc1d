import type { FieldText } from "../strings.ts";
import { frenchSpaces } from "./typography.ts";

const field = (name: string, meaning: string): FieldText => ({ name, meaning: frenchSpaces(meaning) });

const ethernet: Readonly<Record<string, FieldText>> = {
  "Destination Address": field(
    "Destination",
    "L'adresse MAC de la carte ou du groupe à qui la trame est remise, sur ce lien. Le bit de droite du premier octet est à 1 pour un groupe.",
  ),
  "Source Address": field(
    "Source",
    "L'adresse MAC de la carte qui émet la trame, sur ce lien. Jamais celle d'un groupe.",
  ),
  TPID: field("Annonce d'étiquette", "0x8100 : une étiquette 802.1Q suit, et le type vient après elle."),
  PCP: field("Priorité", "La priorité de la trame, sur 3 bits. 7 est la plus forte."),
  DEI: field("Rejet permis", "À 1, la trame peut être jetée d'abord en cas d'encombrement."),
  VID: field(
    "Numéro de VLAN",
    "Le réseau local auquel la trame appartient, sur 12 bits. 0 veut dire qu'il n'y a qu'une priorité.",
  ),
  "Type/Length": field(
    "Type ou longueur",
    "À partir de 0x0600, le protocole des données : 0x0800 pour IPv4, 0x0806 pour ARP. Jusqu'à 1500, leur longueur en octets.",
  ),
  Payload: field(
    "Données",
    "Ce que la trame transporte. Sans champ de longueur, le bourrage y est compris : seul le paquet sait où il finit.",
  ),
  Padding: field("Bourrage", "Des octets qui complètent la trame jusqu'à la taille minimale."),
};

const arp: Readonly<Record<string, FieldText>> = {
  "Hardware Type": field("Type de matériel", "Le genre de lien : 1 pour Ethernet."),
  "Protocol Type": field(
    "Type de protocole",
    "Le protocole dont on cherche une adresse, par son EtherType : 0x0800 pour IPv4.",
  ),
  "Hardware Length": field("Longueur d'adresse matérielle", "En octets : 6 pour une adresse MAC."),
  "Protocol Length": field("Longueur d'adresse de protocole", "En octets : 4 pour une adresse IPv4."),
  Operation: field("Opération", "1 pour une requête, 2 pour une réponse."),
  "Sender Hardware Address": field(
    "MAC de l'émetteur",
    "L'adresse MAC de celui qui envoie ce message. C'est elle que l'on apprend.",
  ),
  "Sender Protocol Address": field(
    "IP de l'émetteur",
    "L'adresse IPv4 de celui qui envoie ce message, ou 0.0.0.0 s'il n'en a pas encore.",
  ),
  "Target Hardware Address": field(
    "MAC de la cible",
    "Dans une réponse, l'adresse MAC du demandeur. Dans une requête, elle est inconnue : des zéros.",
  ),
  "Target Protocol Address": field(
    "IP de la cible",
    "L'adresse IPv4 dont on cherche la MAC. Dans une réponse, celle du demandeur.",
  ),
  "Link Padding": field(
    "Bourrage de la liaison",
    "Des octets qui complètent la trame jusqu'à la taille minimale. Ils ne font pas partie du message.",
  ),
};

const inLayout = (layout: string, texts: Readonly<Record<string, FieldText>>): [string, FieldText][] =>
  Object.entries(texts).map(([name, text]) => [`${layout}.${name}`, text]);

/** The fields of Ethernet and of ARP, alone (`ethernet`, `arp`) and in one frame (`arp-frame`). */
export const linkFields: Readonly<Record<string, FieldText>> = Object.fromEntries([
  ...inLayout("ethernet", ethernet),
  ...inLayout("arp", arp),
  ...inLayout("arp-frame", { ...ethernet, ...arp }),
]);
