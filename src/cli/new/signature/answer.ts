import { key, type Kind } from "./kind.ts";
import { sample, written } from "./sample.ts";

/** What an answer is made of: the name of a constant and its value, for one list of arguments. */
export type Parts = { readonly size: number; readonly test: boolean };

/** How the example's answer is written with constants `size` and `test`, and what it is. */
export type Answer = {
  readonly text: string;
  readonly of: (parts: Parts) => unknown;
  readonly uses: { readonly size: boolean; readonly test: boolean };
};

/** The answer of a kind: every size and every yes or no gives another one. `names` are those of the two constants. */
export function answerOf(kind: Kind, names: { readonly size: string; readonly test: string }): Answer {
  const ofSize = (text: string, of: (size: number) => unknown): Answer => ({
    text,
    of: ({ size }) => of(size),
    uses: { size: true, test: false },
  });
  const ofTest = (yes: unknown, no: unknown): Answer => ({
    text: `${names.test} ? ${written(yes)} : ${written(no)}`,
    of: ({ test }) => (test ? yes : no),
    uses: { size: false, test: true },
  });
  switch (kind.kind) {
    case "number":
      return ofSize(names.size, (size) => size);
    case "string":
      return ofSize(`String(${names.size})`, String);
    case "bytes":
      return ofSize(`new Uint8Array(${names.size})`, (size) => new Uint8Array(size));
    case "boolean":
      return { text: names.test, of: ({ test }) => test, uses: { size: false, test: true } };
    case "choice":
      return kind.values.length === 1 ? constant(kind.values[0]) : ofTest(kind.values[0], kind.values[1]);
    case "ip":
    case "mac":
    case "cidr":
      return ofTest(sample(kind, "plain"), sample(kind, "least"));
    case "nullable":
      return ofTest(sample(kind.of, "plain"), sample(kind, "least"));
    case "either":
      return ofTest(sample(kind.one, "plain"), sample(kind.other, "plain"));
    case "list": {
      const one = answerOf(kind.of, names);
      return { text: `[${one.text}]`, of: (parts) => [one.of(parts)], uses: one.uses };
    }
    case "map":
      return objectOf([["a", answerOf(kind.of, names)]]);
    case "object":
      return objectOf(
        kind.members
          .filter(({ optional }) => !optional)
          .map(({ name, of }) => [name, answerOf(of, names)] as const),
      );
  }
}

const constant = (value: unknown): Answer => ({
  text: written(value),
  of: () => value,
  uses: { size: false, test: false },
});

const objectOf = (members: readonly (readonly [string, Answer])[]): Answer => ({
  text: `{ ${members.map(([name, { text }]) => `${key(name)}: ${text}`).join(", ")} }`,
  of: (parts) => Object.fromEntries(members.map(([name, { of }]) => [name, of(parts)])),
  uses: {
    size: members.some(([, { uses }]) => uses.size),
    test: members.some(([, { uses }]) => uses.test),
  },
});
