import { answerOf, type Answer } from "../signature/answer.ts";
import type { Signature } from "../signature/kind.ts";
import { sizeOf, testOf, type Expression } from "../signature/measure.ts";

/** What `new:exercise` was asked for. */
export type Wanted = {
  /** `ipv4/my-exercise`. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly entry: string;
  readonly signature: Signature;
};

/** The example function: its one or two constants, and what it gives back. */
export type Example = {
  readonly constants: readonly Constant[];
  readonly answer: Answer;
  /** The answer for given arguments: worked out here, apart from the text of the reference. */
  readonly answerFor: (args: readonly unknown[]) => unknown;
};

export type Constant = {
  readonly role: "size" | "test";
  readonly name: string;
  readonly text: string;
  readonly words: string;
};

/** An example for a signature, or null where the answer would be the same for all arguments. */
export function exampleOf({ parameters, result }: Signature): Example | null {
  const taken = parameters.map(({ name }) => name);
  const free = (...names: readonly string[]): string => names.find((name) => !taken.includes(name)) ?? "_";
  const names = {
    size: free("size", "total", "count", "sum"),
    test: free("holds", "found", "matches", "yes"),
  };
  const answer = answerOf(result.of, names);
  const [size, test] = [sizeOf(parameters), testOf(parameters)];
  const { uses } = answer;
  if ((uses.size && size === null) || (uses.test && test === null) || !(uses.size || uses.test)) return null;
  const constant = (role: Constant["role"], from: Expression<unknown> | null): Constant[] =>
    uses[role] && from !== null ? [{ role, name: names[role], text: from.text, words: from.words }] : [];
  return {
    constants: [...constant("size", size), ...constant("test", test)],
    answer,
    answerFor: (args) => answer.of({ size: size?.of(args) ?? 0, test: test?.of(args) ?? false }),
  };
}
