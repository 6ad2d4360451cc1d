import { typeset } from "./typeset.ts";

/** The chapters of the whole workbook, in order; the written ones take their title from their own file. */
export const programme: readonly { readonly number: number; readonly title: string }[] = [
  "Couches, octets et encapsulation",
  "Le datagramme IPv4, champ par champ",
  "Ce qu’un routeur vérifie et réécrit",
  "IPv6 : l’en-tête et ses extensions",
  "Masques, sous-réseaux et CIDR",
  "Adresses particulières, multicast, DHCP",
  "Ethernet, ARP et NDP",
  "Tables de routage",
  "ICMP, ping, traceroute et le routeur complet",
  "UDP et TCP",
  "MTU, fragmentation, Path MTU",
  "NAT",
  "DNS",
  "Temps, fenêtres et connexions réutilisées",
  "Le réseau Kubernetes",
  "Services, kube-proxy, Ingress",
  "NetworkPolicy",
  "Diagnostiquer : du hexdump au cycle de vie complet",
].map((title, index) => ({ number: index + 1, title: typeset(title) }));
