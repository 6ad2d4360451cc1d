import type { FieldText } from "../strings.ts";
import { linkFields } from "./link-fields.ts";
import { frenchSpaces } from "./typography.ts";

const field = (name: string, meaning: string): FieldText => ({ name, meaning: frenchSpaces(meaning) });

/** Header fields, by layout and by the RFC's name: a short French name, then meaning, unit and how it is computed. */
export const fields: Readonly<Record<string, FieldText>> = {
  "ipv4.Version": field("Version", "Le numéro de version du protocole IP : 4. Il dit comment lire la suite."),
  "ipv4.IHL": field(
    "Longueur de l'en-tête",
    "La longueur de l'en-tête, options comprises, en mots de 32 bits. De 5 (20 octets) à 15 (60 octets).",
  ),
  "ipv4.DSCP": field(
    "Classe de service",
    "Le traitement demandé aux routeurs, sur 6 bits. 0 est le traitement ordinaire, 46 (EF) la voix.",
  ),
  "ipv4.ECN": field(
    "Notification de congestion",
    "Deux bits : 00 sans ECN, 10 et 01 pour un flux qui comprend ECN, 11 quand un routeur signale une congestion.",
  ),
  "ipv4.Total Length": field(
    "Longueur totale",
    "La longueur du paquet en octets, en-tête et données ensemble. Au plus 65 535.",
  ),
  "ipv4.Identification": field(
    "Identification",
    "Le numéro commun à tous les fragments d'un même paquet. Le destinataire s'en sert pour les rassembler.",
  ),
  "ipv4.Reserved": field("Bit réservé", "Toujours 0 à l'émission."),
  "ipv4.DF": field(
    "Ne pas fragmenter",
    "À 1, aucun routeur ne peut couper le paquet. S'il est trop grand, il est jeté.",
  ),
  "ipv4.MF": field(
    "D'autres fragments suivent",
    "À 1, ce fragment n'est pas le dernier. À 0, il l'est, ou le paquet est entier.",
  ),
  "ipv4.Fragment Offset": field(
    "Décalage du fragment",
    "La place des données de ce fragment dans le paquet d'origine, en unités de 8 octets. 185 désigne l'octet 1 480.",
  ),
  "ipv4.Time to Live": field(
    "Durée de vie",
    "Le nombre de sauts encore permis. Chaque routeur retire 1 ; à 0, le paquet est jeté.",
  ),
  "ipv4.Protocol": field(
    "Protocole",
    "Ce que transportent les données, par son numéro : 1 pour ICMP, 6 pour TCP, 17 pour UDP.",
  ),
  "ipv4.Header Checksum": field(
    "Somme de contrôle",
    "Le complément à un de la somme en complément à un des mots de 16 bits de l'en-tête. Ce champ compte pour zéro pendant le calcul.",
  ),
  "ipv4.Source Address": field("Adresse source", "L'adresse IPv4 de l'émetteur, sur 32 bits."),
  "ipv4.Destination Address": field(
    "Adresse de destination",
    "L'adresse IPv4 du destinataire final, sur 32 bits.",
  ),
  "ipv4.Options": field(
    "Options",
    "Des demandes facultatives, de 0 à 40 octets. Leur longueur est celle de l'en-tête moins 20 octets.",
  ),
  "ipv4.Padding": field(
    "Bourrage des options",
    "Des zéros qui complètent l'en-tête jusqu'à un multiple de 4 octets.",
  ),
  "ipv4.Payload": field(
    "Données",
    "Ce que le paquet transporte. Leur longueur est la longueur totale moins celle de l'en-tête, en octets.",
  ),
  "ipv4.Link Padding": field(
    "Bourrage de la liaison",
    "Des octets que la liaison ajoute après le paquet, par exemple pour atteindre la taille minimale d'une trame Ethernet. Ils n'en font pas partie.",
  ),

  "ipv4-options.Copied Flag": field(
    "Bit de copie",
    "À 1, l'option est recopiée dans tous les fragments. À 0, dans le premier seulement.",
  ),
  "ipv4-options.Option Class": field(
    "Classe de l'option",
    "Sur 2 bits : 0 pour le contrôle, 2 pour la mesure et le diagnostic.",
  ),
  "ipv4-options.Option Number": field(
    "Numéro de l'option",
    "Sur 5 bits. Avec la classe et le bit de copie, il forme l'octet de type.",
  ),
  "ipv4-options.Option Length": field(
    "Longueur de l'option",
    "La longueur de l'option en octets, avec l'octet de type et celui-ci. Au moins 2.",
  ),
  "ipv4-options.Option Data": field(
    "Données de l'option",
    "Le contenu de l'option, après le type et la longueur.",
  ),
  "ipv4-options.Pointer": field(
    "Pointeur",
    "La place de la prochaine case à lire ou à remplir, en octets comptés depuis le type. Le premier octet de l'option porte le numéro 1.",
  ),
  "ipv4-options.Route Data": field(
    "Adresse de la route",
    "Une adresse IPv4 du chemin, sur 32 bits : un routeur à traverser, ou un routeur déjà traversé.",
  ),
  "ipv4-options.Value": field(
    "Valeur",
    "0 demande à chaque routeur d'examiner le paquet, même s'il ne lui est pas destiné.",
  ),
  "ipv4-options.Overflow": field(
    "Débordement",
    "Le nombre de machines qui n'ont pas pu noter l'heure faute de place, sur 4 bits.",
  ),
  "ipv4-options.Flag": field(
    "Mode",
    "Sur 4 bits : 0 pour les heures seules, 1 pour chaque adresse suivie de l'heure, 3 pour des adresses choisies par l'émetteur.",
  ),
  "ipv4-options.Internet Address": field(
    "Adresse",
    "L'adresse IPv4 de la machine qui note l'heure, sur 32 bits.",
  ),
  "ipv4-options.Timestamp": field("Heure", "L'heure du passage, en millisecondes depuis minuit UTC."),
  "ipv4-options.Padding": field(
    "Bourrage",
    "Les octets qui suivent la fin de la liste des options. Ils ne sont pas lus.",
  ),

  "ipv6.Version": field("Version", "Le numéro de version du protocole IP : 6. Il dit comment lire la suite."),
  "ipv6.Traffic Class": field(
    "Classe de trafic",
    "Le traitement demandé aux routeurs, sur 8 bits : 6 de DSCP, 2 d'ECN, comme le deuxième octet d'IPv4.",
  ),
  "ipv6.Flow Label": field(
    "Étiquette de flux",
    "Un nombre de 20 bits choisi par la source, le même pour tous les paquets d'un flux. 0 quand il n'est pas utilisé.",
  ),
  "ipv6.Payload Length": field(
    "Longueur de la charge",
    "Ce qui suit l'en-tête fixe, en octets, en-têtes d'extension compris. Les 40 octets de l'en-tête fixe ne comptent pas.",
  ),
  "ipv6.Next Header": field(
    "En-tête suivant",
    "Ce qui vient juste après, par son numéro : un en-tête d'extension, ou 6 pour TCP, 17 pour UDP, 58 pour ICMPv6.",
  ),
  "ipv6.Hop Limit": field(
    "Limite de sauts",
    "Le nombre de sauts encore permis. Chaque routeur retire 1 ; à 0, le paquet est jeté.",
  ),
  "ipv6.Source Address": field("Adresse source", "L'adresse IPv6 de l'émetteur, sur 128 bits."),
  "ipv6.Destination Address": field(
    "Adresse de destination",
    "L'adresse IPv6 du destinataire, sur 128 bits. Avec un en-tête Routing, celle de la prochaine étape.",
  ),
  "ipv6.Payload": field("Données", "Ce que le paquet transporte."),
  "ipv6.Link Padding": field(
    "Bourrage de la liaison",
    "Des octets que la liaison ajoute après le paquet. Ils n'en font pas partie.",
  ),

  "ipv6-chain.Version": field(
    "Version",
    "Le numéro de version du protocole IP : 6. Il dit comment lire la suite.",
  ),
  "ipv6-chain.Traffic Class": field(
    "Classe de trafic",
    "Le traitement demandé aux routeurs, sur 8 bits : 6 de DSCP, 2 d'ECN, comme le deuxième octet d'IPv4.",
  ),
  "ipv6-chain.Flow Label": field(
    "Étiquette de flux",
    "Un nombre de 20 bits choisi par la source, le même pour tous les paquets d'un flux. 0 quand il n'est pas utilisé.",
  ),
  "ipv6-chain.Payload Length": field(
    "Longueur de la charge",
    "Ce qui suit l'en-tête fixe, en octets, en-têtes d'extension compris. Les 40 octets de l'en-tête fixe ne comptent pas.",
  ),
  "ipv6-chain.Next Header": field(
    "En-tête suivant",
    "Ce qui vient juste après, par son numéro : un en-tête d'extension, ou 6 pour TCP, 17 pour UDP, 58 pour ICMPv6.",
  ),
  "ipv6-chain.Hop Limit": field(
    "Limite de sauts",
    "Le nombre de sauts encore permis. Chaque routeur retire 1 ; à 0, le paquet est jeté.",
  ),
  "ipv6-chain.Source Address": field("Adresse source", "L'adresse IPv6 de l'émetteur, sur 128 bits."),
  "ipv6-chain.Destination Address": field(
    "Adresse de destination",
    "L'adresse IPv6 du destinataire, sur 128 bits. Avec un en-tête Routing, celle de la prochaine étape.",
  ),
  "ipv6-chain.Payload": field("Données", "Ce que le paquet transporte."),
  "ipv6-chain.Hdr Ext Len": field(
    "Longueur de l'en-tête",
    "En blocs de 8 octets, le premier non compté : 0 pour 8 octets, 1 pour 16.",
  ),
  "ipv6-chain.Payload Len": field(
    "Longueur d'AH",
    "En mots de 4 octets, moins 2 : 1 pour 12 octets, 4 pour 24.",
  ),
  "ipv6-chain.Options": field(
    "Options",
    "Des options en forme de type, longueur, valeur, complétées jusqu'à un multiple de 8 octets.",
  ),
  "ipv6-chain.Routing Data": field(
    "Données de routage",
    "Le type de routage, les étapes restantes, puis le plus souvent des adresses à traverser.",
  ),
  "ipv6-chain.Authentication Data": field(
    "Données d'authentification",
    "L'association de sécurité (SPI), un numéro de séquence et la valeur à vérifier.",
  ),
  "ipv6-chain.Reserved": field(
    "Octet réservé",
    "Nul à l'émission, ignoré à la réception. Ce n'est pas une longueur.",
  ),
  "ipv6-chain.Fragment Offset": field(
    "Décalage du fragment",
    "La place de ce fragment dans le paquet d'origine, en unités de 8 octets, sur 13 bits. 0 pour le premier.",
  ),
  "ipv6-chain.Res": field("Bits réservés", "Nuls à l'émission, ignorés à la réception."),
  "ipv6-chain.M": field("D'autres fragments suivent", "À 1, ce fragment n'est pas le dernier."),
  "ipv6-chain.Identification": field(
    "Identification",
    "Le numéro commun à tous les fragments d'un même paquet, sur 32 bits.",
  ),

  "icmpv4.Type": field(
    "Type",
    "Ce que dit le message : 0 réponse d'écho, 3 destination inaccessible, 8 demande d'écho, 11 durée dépassée.",
  ),
  "icmpv4.Code": field(
    "Code",
    "Précise le type. Pour le type 3 : 0 réseau, 1 machine, 3 port, 4 fragmentation nécessaire.",
  ),
  "icmpv4.Checksum": field(
    "Somme de contrôle",
    "Le complément à un de la somme de tout le message, en mots de 16 bits. Un dernier octet seul compte comme octet de gauche.",
  ),
  "icmpv4.Identifier": field(
    "Identifiant",
    "Choisi par celui qui demande, et rendu tel quel : il distingue deux commandes ping qui tournent en même temps.",
  ),
  "icmpv4.Sequence Number": field(
    "Numéro de séquence",
    "Augmente de 1 à chaque demande, et revient tel quel dans la réponse.",
  ),
  "icmpv4.Gateway Internet Address": field(
    "Adresse du routeur",
    "Dans une redirection : le meilleur premier routeur vers cette destination.",
  ),
  "icmpv4.Pointer": field(
    "Pointeur",
    "Dans un problème de paramètre : le rang de l'octet fautif dans le paquet cité, compté à partir de 0.",
  ),
  "icmpv4.Unused": field("Inutilisé", "À zéro à l'émission, ignoré à la réception."),
  "icmpv4.Next-Hop MTU": field(
    "MTU du lien suivant",
    "Dans « fragmentation nécessaire » : la taille du plus grand paquet que le lien suivant accepte, en octets.",
  ),
  "icmpv4.Data": field(
    "Données",
    "Dans un écho : des octets quelconques, rendus tels quels. Dans une erreur : l'en-tête IP du paquet en cause et le début de ses données.",
  ),

  ...linkFields,
};
