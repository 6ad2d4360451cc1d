import type { Strings } from "../strings.ts";
import { count, french } from "./typography.ts";

/** Words inside values. */
export const values = {
  noBytes: "aucun octet",
  moreBytes: (total) => `… (${count(total, "octet", "octets")} en tout)`,
  moreItems: (total) => `… (${count(total, "élément", "éléments")} en tout)`,
  moreCharacters: (total) => `… (${count(total, "caractère", "caractères")} en tout)`,
  thrown: (name) =>
    name === ""
      ? "une exception"
      : name.endsWith("Error")
        ? `une ${name}`
        : french`une exception « ${name} »`,
  foreign: {
    function: "une fonction",
    symbol: "un symbole",
    promise: "une promesse",
    generator: "un générateur",
    error: "un objet erreur",
    cycle: "un objet qui se contient lui-même",
    other: "une valeur qui n'est pas une donnée",
  },
} satisfies Strings["values"];
