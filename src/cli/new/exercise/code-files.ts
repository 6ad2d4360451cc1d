import type { Parameter } from "../signature/kind.ts";
import { sizeOf } from "../signature/measure.ts";
import { written } from "../signature/sample.ts";
import type { Constant, Example, Wanted } from "./plan.ts";

/** A wrong solution of the example, with its words for the statement. */
export type ExampleMistake = {
  readonly name: string;
  readonly title: string;
  readonly message: string;
  /** In which cases it goes wrong: « Cas où … ». */
  readonly where: string;
  readonly constants: readonly Constant[];
};

/** `starter.ts`: type-checks, and is wrong. */
export const starterFile = ({ entry, signature }: Wanted, { answer }: Example): string => `/**
 * À remplacer : dites ce que la fonction reçoit et ce qu'elle rend, avec les unités et l'ordre des octets.
 */
export ${head(entry, signature)} {
  // À vous : le code de départ se compile, mais ne réussit pas.
  return ${written(answer.of({ size: 0, test: false }))};
}
`;

/** `solution.ts`: as a learner would write it. */
export const solutionFile = (wanted: Wanted, example: Example): string =>
  codeFile(
    wanted,
    example,
    example.constants,
    "Exemple à remplacer : la solution, comme un étudiant l'écrirait.",
  );

/** `mistakes/*.ts`. */
export const mistakeFile = (
  wanted: Wanted,
  example: Example,
  { title, where, constants }: ExampleMistake,
): string => codeFile(wanted, example, constants, `Une faute vue en classe. ${title}\n  // Cas où ${where}.`);

/** Two or three wrong solutions, each of which answers in a way of its own. */
export function mistakesOf({ signature }: Wanted, { constants }: Example): ExampleMistake[] {
  const changed = (role: Constant["role"], change: (constant: Constant) => string): Constant[] =>
    constants.map((one) => (one.role === role ? { ...one, text: change(one) } : one));
  if (!constants.some(({ role }) => role === "size")) {
    return [
      {
        name: "reversed",
        title: "La condition est inversée.",
        message: "La réponse est juste à l'envers. Dans quel cas la condition est-elle vraie ?",
        where: "la condition est vraie",
        constants: changed("test", ({ text }) => `!(${text})`),
      },
      {
        name: "never",
        title: "La réponse ne dépend pas de la condition.",
        message: "La fonction rend toujours la même chose. Que doit-elle lire dans son argument ?",
        where: "la condition est vraie",
        constants: changed("test", () => "false"),
      },
    ];
  }
  const { parameters } = signature;
  const counted = parameters.filter((parameter) => sizeOf([parameter]) !== null);
  const [last, ...others] = counted.toReversed();
  const forgotten =
    last !== undefined && others.length > 0 ? [forgetting(last, others.reverse(), changed)] : [];
  return [
    {
      name: "one-too-many",
      title: "Le compte dépasse de 1.",
      message: "Comptez à la main sur cet exemple. D'où vient l'unité de trop ?",
      where: "les arguments sont les plus simples",
      constants: changed("size", ({ text }) => `${text} + 1`),
    },
    ...forgotten,
    {
      name: "always-zero",
      title: "Le compte vaut toujours 0.",
      message: "La fonction ne lit pas ses arguments. Lequel faut-il lire ?",
      where: "les arguments ne sont pas vides",
      constants: changed("size", () => "0"),
    },
  ];
}

const forgetting = (
  { name }: Parameter,
  others: readonly Parameter[],
  changed: (role: "size", change: () => string) => Constant[],
): ExampleMistake => ({
  name: `ignores-${kebab(name)}`,
  title: `\`${name}\` est oublié.`,
  message: `La réponse ne dépend pas de \`${name}\`. À quoi sert-il ?`,
  where: `\`${name}\` n'est pas le plus simple`,
  constants: changed("size", () => sizeOf(others)?.text ?? "0"),
});

const kebab = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replaceAll(/[^A-Za-z\d]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .toLowerCase();

const codeFile = (
  { entry, signature }: Wanted,
  { answer }: Example,
  constants: readonly Constant[],
  comment: string,
): string => `export ${head(entry, signature)} {
  // ${comment}
${bodyOf(constants)}  return ${answer.text};
}
`;

/** The constants, one a line. */
export const bodyOf = (constants: readonly Constant[]): string =>
  constants.map(({ name, text }) => `  const ${name} = ${text};\n`).join("");

const head = (entry: string, { parameters, result }: Wanted["signature"]): string =>
  `function ${entry}(${parameters.map(({ name, type }) => `${name}: ${type}`).join(", ")}): ${result.type}`;
