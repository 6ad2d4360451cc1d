import type { Position } from "../../exercise/candidate.ts";
import type { RejectedFacts, Said, Strings } from "../strings.ts";
import type { TypeScriptOnly } from "../syntax-fault.ts";
import { french, frenchSpaces } from "./typography.ts";

/** Why a file has no function to call, each time with what to do. */
export const rejected = {
  reasons: {
    empty: ({ call }): Said => ({
      headline: "Le fichier est vide.",
      advice: [french`Écrivez la fonction demandée et exportez-la : \`export function ${call}\`.`],
    }),
    "too-large": (): Said => ({
      headline: "Le fichier est trop grand pour être évalué.",
      advice: ["Une solution tient en quelques dizaines de lignes. Vérifiez que c'est le bon fichier."],
    }),
    "not-text": (): Said => ({
      headline: "Le fichier n'est pas du texte.",
      advice: [
        "Donnez un fichier TypeScript (`.ts`) enregistré en UTF-8. Vérifiez que c'est le bon fichier.",
      ],
    }),
    import: ({ at }: RejectedFacts): Said => ({
      headline: located(at, "`import` n'est pas permis."),
      advice: [
        frenchSpaces(
          "Supprimez cette ligne : la fonction n'a besoin d'aucun module. Les types du cours (`IPv4Header`, `Bytes`…) sont connus sans import.",
        ),
      ],
    }),
    "no-export": ({ entry, call }): Said => ({
      headline: french`Le fichier n'exporte pas \`${entry}\`.`,
      advice: [
        french`Écrivez \`export\` devant la fonction : \`export function ${call}\`. Vérifiez aussi l'orthographe du nom, majuscules comprises.`,
      ],
    }),
    "default-export": ({ entry, call }): Said => ({
      headline: french`Le fichier exporte sa fonction par défaut, sans le nom \`${entry}\`.`,
      advice: [
        french`Remplacez \`export default\` par \`export function ${call}\` : la fonction est cherchée par son nom.`,
      ],
    }),
    "not-a-function": ({ entry, call }): Said => ({
      headline: french`\`${entry}\` n'est pas une fonction.`,
      advice: [french`Exportez une fonction sous ce nom : \`export function ${call}\`.`],
    }),
  },
  syntax: (at, { fault, advice }, detail): Said => ({
    headline: located(at, fault),
    advice: [
      ...(advice === null ? [] : [advice]),
      ...(detail === null ? [] : [french`Le compilateur dit : « ${detail} ».`]),
    ],
  }),
  typescriptOnly: (at, construct): Said => {
    const { fault, advice } = constructs[construct];
    return { headline: located(at, fault), advice: [frenchSpaces(advice)] };
  },
} satisfies Strings["rejected"];

/** « Ligne 3, colonne 14 : une parenthèse manque. »; without a place, the sentence alone. */
function located(at: Position | null, fault: string): string {
  if (at === null) return fault.charAt(0).toLocaleUpperCase("fr") + fault.slice(1);
  return french`Ligne ${at.line}, colonne ${at.column} : ${fault}`;
}

const constructs: Readonly<Record<TypeScriptOnly, { fault: string; advice: string }>> = {
  enum: {
    fault: "`enum` n'est pas permis.",
    advice: 'Écrivez une union de chaînes (`type Kind = "whole" | "first"`) ou un objet constant.',
  },
  namespace: {
    fault: "`namespace` n'est pas permis.",
    advice: "Écrivez les fonctions et les constantes directement dans le fichier.",
  },
  "parameter-property": {
    fault: "un paramètre de constructeur ne peut pas déclarer une propriété.",
    advice: "Déclarez la propriété dans la classe, puis donnez-lui sa valeur dans le constructeur.",
  },
  "import-equals": {
    fault: "`import … =` n'est pas permis.",
    advice: "Supprimez cette ligne : la fonction n'a besoin d'aucun module.",
  },
  "export-equals": {
    fault: "`export =` n'est pas permis.",
    advice: "Écrivez `export` devant la fonction.",
  },
  "angle-bracket-assertion": {
    fault: "une conversion de type ne s'écrit pas `<T>valeur` ici.",
    advice: "Écrivez `valeur as T`.",
  },
  other: {
    fault: "cette forme de TypeScript n'est pas permise.",
    advice: "Seules les annotations de type sont permises : elles s'effacent sans changer le programme.",
  },
};
