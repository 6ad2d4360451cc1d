import type { Strings, SyntaxSentence } from "../strings.ts";
import { french, frenchSpaces } from "./typography.ts";

const say = (fault: string, advice: string | null = null): SyntaxSentence => ({
  fault: frenchSpaces(fault),
  advice: advice === null ? null : frenchSpaces(advice),
});

const expects = (fault: string) => (token: string | null) =>
  say(fault, token === null ? null : `Le compilateur attend \`${token}\` à cet endroit.`);

/** Syntax errors; each `fault` follows « Ligne 3, colonne 14 : ». */
export const syntax = {
  "unexpected-end": (token) =>
    say(
      "le fichier se termine trop tôt.",
      token === null || token.length > 3
        ? "Une expression, un bloc ou une parenthèse reste à finir."
        : `Le compilateur attend encore \`${token}\`. Une accolade, une parenthèse ou un crochet est ouvert plus haut et n'est pas fermé.`,
    ),
  "unterminated-string": () =>
    say("une chaîne de caractères n'est pas fermée.", "Ajoutez le guillemet de fin sur la même ligne."),
  "unterminated-template": () =>
    say(
      "une chaîne entre accents graves n'est pas fermée.",
      "Ajoutez l'accent grave de fin, ou l'accolade qui ferme `${`.",
    ),
  "unterminated-regexp": () =>
    say(
      "une expression régulière n'est pas fermée.",
      "Ajoutez la barre `/` de fin. Pour une division, vérifiez qu'il y a une valeur à gauche de la barre.",
    ),
  "unterminated-comment": () =>
    say("un commentaire n'est pas fermé.", "Ajoutez `*/` à la fin du commentaire."),
  "missing-parenthesis": expects("une parenthèse manque."),
  "missing-bracket": expects("un crochet manque."),
  "missing-brace": expects("une accolade manque."),
  "missing-colon": expects("deux-points manquent."),
  "missing-comma-or-close": (token) =>
    say(
      "une virgule manque, ou une parenthèse ou un crochet n'est pas fermé.",
      token === null ? null : `Regardez juste avant ${thing(token)}.`,
    ),
  "missing-semicolon": () =>
    say(
      "l'instruction n'est pas finie comme il faut.",
      "Deux valeurs se suivent sans opérateur, un point-virgule manque, ou un nom n'est pas permis à cet endroit.",
    ),
  "unexpected-character": (token) =>
    token !== null && /[“”„‟«»‘’]/.test(token)
      ? say(
          french`le caractère « ${token} » n'est pas permis ici.`,
          "Ce guillemet vient d'un traitement de texte. Écrivez des guillemets droits : `\"` ou `'`.",
        )
      : say(
          token === null
            ? "un caractère n'est pas permis ici."
            : french`le caractère « ${token} » n'est pas permis ici.`,
          "Supprimez-le ou remplacez-le. Il vient souvent d'un copier-coller.",
        ),
  "unexpected-token": (token) =>
    say(
      token === null ? "un élément est inattendu." : `${thing(token)} est inattendu ici.`,
      "Regardez juste avant : il manque souvent une valeur, un nom ou un opérateur.",
    ),
  "expression-expected": () =>
    say(
      "une valeur ou une expression est attendue ici.",
      "Regardez juste avant : un opérateur sans suite, une virgule de trop ou une accolade fermée trop tôt.",
    ),
  "name-expected": () =>
    say("un nom est attendu ici.", "Un nom commence par une lettre et n'est pas un mot réservé."),
  "const-without-value": () =>
    say("une constante n'a pas de valeur.", "Donnez-lui une valeur, ou écrivez `let`."),
  "bad-assignment": () =>
    say(
      "la partie gauche de `=` ne peut pas recevoir de valeur.",
      "À gauche de `=`, écrivez une variable ou une propriété. Pour comparer, écrivez `===`.",
    ),
  "bad-number": () =>
    say(
      "un nombre est mal écrit.",
      "Un nombre s'écrit `42`, `0x2a` en hexadécimal ou `0b101010` en binaire, sans zéro devant.",
    ),
  "await-outside-async": () =>
    say("`await` n'est pas permis ici.", "La fonction rend sa réponse directement, sans promesse."),
  "return-outside-function": () =>
    say(
      "`return` se trouve hors d'une fonction.",
      "Vérifiez les accolades : la fonction se ferme peut-être trop tôt.",
    ),
  "break-outside-loop": (token) =>
    say(
      `\`${token ?? "break"}\` se trouve hors d'une boucle.`,
      "Vérifiez les accolades : la boucle se ferme peut-être trop tôt.",
    ),
  "declared-twice": () =>
    say("le même nom est déclaré deux fois.", "Renommez l'une des deux déclarations, ou n'en gardez qu'une."),
  "export-of-nothing": (token) =>
    say(
      token === null ? "le nom exporté n'existe pas." : `\`${token}\` est exporté mais n'existe pas.`,
      "Vérifiez l'orthographe du nom.",
    ),
  other: () => say("une erreur de syntaxe.", null),
} satisfies Strings["syntax"];

/** The compiler's word for a piece of text, in French. */
function thing(token: string): string {
  switch (token) {
    case "numeric literal":
      return "le nombre";
    case "string literal":
      return "la chaîne";
    case "ident":
      return "le nom";
    case "<eof>":
      return "la fin du fichier";
    default:
      return `\`${token}\``;
  }
}
