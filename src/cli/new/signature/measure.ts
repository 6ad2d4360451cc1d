import { member, type Kind, type Parameter } from "./kind.ts";

/** An expression over the parameters, its value for given arguments, and French words for it. */
export type Expression<T> = {
  readonly text: string;
  readonly of: (args: readonly unknown[]) => T;
  readonly words: string;
};

type Reading<T> = { readonly text: string; readonly of: (value: unknown) => T; readonly words: string };

/** The sum of what can be counted in the arguments: what the example computes. Null where nothing can be counted. */
export function sizeOf(parameters: readonly Parameter[]): Expression<number> | null {
  const counted = parameters.flatMap(({ name, of }, i) => {
    const count = counting(of, name, `\`${name}\``);
    return count === null ? [] : [{ ...count, i }];
  });
  if (counted.length === 0) return null;
  return {
    text: counted.map(({ text }) => text).join(" + "),
    of: (args) => counted.reduce((sum, { of, i }) => sum + of(args[i]), 0),
    words: counted.map(({ words }) => words).join(", plus "),
  };
}

/** A yes or no about the first argument that can be asked about. Null where there is none. */
export function testOf(parameters: readonly Parameter[]): Expression<boolean> | null {
  for (const [i, { name, of }] of parameters.entries()) {
    const asked = asking(of, name, `\`${name}\``);
    if (asked !== null) return { text: asked.text, of: (args) => asked.of(args[i]), words: asked.words };
  }
  return null;
}

/** What a missing value counts: no other value of any kind, so that every change of the example shows. */
const missing = 2;

function counting(kind: Kind, x: string, words: string): Reading<number> | null {
  switch (kind.kind) {
    case "number":
      return { text: x, of: Number, words: `la valeur de ${words}` };
    case "string":
    case "ip":
      return {
        text: `${x}.length`,
        of: (v) => String(v).length,
        words: `le nombre de caractères de ${words}`,
      };
    case "bytes":
    case "list":
      return {
        text: `${x}.length`,
        of: (v) => (v as { readonly length: number }).length,
        words: `la longueur de ${words}`,
      };
    case "boolean":
      return { text: `(${x} ? 1 : 0)`, of: Number, words: `1 si ${words} est vrai` };
    case "mac":
      return {
        text: `(${x}.charCodeAt(16) - 48)`,
        of: (v) => String(v).charCodeAt(16) - 48,
        words: `le rang du dernier caractère de ${words} après « 0 »`,
      };
    case "cidr":
      return {
        text: `Number(${x}.split("/")[1])`,
        of: (v) => Number(String(v).split("/")[1]),
        words: `la longueur du préfixe de ${words}`,
      };
    case "map":
      return {
        text: `Object.keys(${x}).length`,
        of: (v) => Object.keys(v as object).length,
        words: `le nombre de clés de ${words}`,
      };
    case "choice": {
      const [first, ...others] = kind.values;
      if (others.length === 0) return null;
      const literal = JSON.stringify(first);
      return {
        text: `(${x} === ${literal} ? 0 : 1)`,
        of: (v) => (v === first ? 0 : 1),
        words: `1 si ${words} n'est pas ${literal}`,
      };
    }
    case "object":
      return inMember(kind, x, counting);
    case "nullable": {
      const inner = counting(kind.of, x, words);
      if (inner === null) return null;
      return {
        text: `(${x} === ${kind.nil} ? ${missing} : ${inner.text})`,
        of: (v) => (v === null || v === undefined ? missing : inner.of(v)),
        words: `${inner.words} (${missing} s'il manque)`,
      };
    }
    case "either":
      return null;
  }
}

function asking(kind: Kind, x: string, words: string): Reading<boolean> | null {
  switch (kind.kind) {
    case "number":
      return { text: `${x} > 0`, of: (v) => Number(v) > 0, words: `${words} est positif` };
    case "string":
      return { text: `${x} !== ""`, of: (v) => v !== "", words: `${words} n'est pas vide` };
    case "bytes":
    case "list":
    case "map": {
      const count = counting(kind, x, words);
      return count === null
        ? null
        : { text: `${count.text} > 0`, of: (v) => count.of(v) > 0, words: `${words} n'est pas vide` };
    }
    case "boolean":
      return { text: x, of: (v) => v === true, words: `${words} est vrai` };
    case "ip":
      return starting(x, "10.", words);
    case "mac":
      return starting(x, "02:", words);
    case "cidr":
      return {
        text: `${x}.endsWith("/24")`,
        of: (v) => String(v).endsWith("/24"),
        words: `${words} finit par \`/24\``,
      };
    case "choice": {
      const [first, ...others] = kind.values;
      if (others.length === 0) return null;
      const literal = JSON.stringify(first);
      return { text: `${x} === ${literal}`, of: (v) => v === first, words: `${words} est \`${literal}\`` };
    }
    case "object":
      return inMember(kind, x, asking);
    case "nullable":
      return {
        text: `${x} !== ${kind.nil}`,
        of: (v) => v !== null && v !== undefined,
        words: `${words} ne manque pas`,
      };
    case "either":
      return null;
  }
}

const starting = (x: string, with_: string, words: string): Reading<boolean> => ({
  text: `${x}.startsWith(${JSON.stringify(with_)})`,
  of: (v) => String(v).startsWith(with_),
  words: `${words} commence par \`${with_}\``,
});

/** What can be read of an object's first member that can be read, those that are always there first. */
function inMember<T>(
  { members }: Extract<Kind, { kind: "object" }>,
  x: string,
  read: (kind: Kind, x: string, words: string) => Reading<T> | null,
): Reading<T> | null {
  for (const { name, of, optional } of members.toSorted((a, b) => Number(a.optional) - Number(b.optional))) {
    const kind: Kind = optional ? { kind: "nullable", of, nil: "undefined" } : of;
    const text = member(x, name);
    const found = read(kind, text, `\`${text}\``);
    if (found !== null)
      return { ...found, of: (value) => found.of((value as Readonly<Record<string, unknown>>)[name]) };
  }
  return null;
}
