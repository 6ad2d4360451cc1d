/** A type of a signature, as far as `new:exercise` can make cases and an example of it. */
export type Kind =
  | { readonly kind: "number" | "string" | "boolean" | "bytes" | "ip" | "mac" | "cidr" }
  /** A union of literals. */
  | { readonly kind: "choice"; readonly values: readonly [Literal, ...Literal[]] }
  | { readonly kind: "list"; readonly of: Kind }
  /** `Record<string, T>`. */
  | { readonly kind: "map"; readonly of: Kind }
  | { readonly kind: "object"; readonly members: readonly Member[] }
  /** `T | null` or `T | undefined`. */
  | { readonly kind: "nullable"; readonly of: Kind; readonly nil: "null" | "undefined" }
  /** Two kinds of answers, `IPv4Header | Fail`; as a result only. */
  | { readonly kind: "either"; readonly one: Kind; readonly other: Kind };

export type Literal = string | number | boolean;

export type Member = { readonly name: string; readonly of: Kind; readonly optional: boolean };

/** A parameter: its name, its type as the author wrote it, and what that is. */
export type Parameter = { readonly name: string; readonly type: string; readonly of: Kind };

export type Signature = {
  readonly parameters: readonly Parameter[];
  readonly result: { readonly type: string; readonly of: Kind };
};

/** `x.name`, or `x["a name"]` where it is no identifier. */
export const member = (of: string, name: string): string =>
  isIdentifier(name) ? `${of}.${name}` : `${of}[${JSON.stringify(name)}]`;

/** A member's name in an object literal. */
export const key = (name: string): string => (isIdentifier(name) ? name : JSON.stringify(name));

const isIdentifier = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name);
