import { key, type Kind } from "./kind.ts";

/** How large a sample is: next to nothing, the plainest, an ordinary one. */
export type Size = "least" | "plain" | "usual";

type Samples = Readonly<Record<Size, unknown>>;

const simple: Readonly<Record<"number" | "string" | "boolean" | "bytes" | "ip" | "mac" | "cidr", Samples>> = {
  number: { least: 0, plain: 1, usual: 7 },
  string: { least: "", plain: "a", usual: "exemple" },
  boolean: { least: false, plain: true, usual: true },
  bytes: { least: Uint8Array.of(), plain: Uint8Array.of(0), usual: Uint8Array.of(0x45, 0, 0, 20) },
  ip: { least: "192.168.0.1", plain: "10.0.0.1", usual: "10.0.0.10" },
  mac: { least: "0a:22:33:44:55:66", plain: "02:00:00:00:00:01", usual: "02:00:00:00:00:02" },
  cidr: { least: "10.0.0.0/8", plain: "10.0.0.0/24", usual: "192.168.100.64/27" },
};

/** A value of a kind, for the cases of an example. */
export function sample(kind: Kind, size: Size): unknown {
  switch (kind.kind) {
    case "choice":
      return size === "least" ? (kind.values[1] ?? kind.values[0]) : kind.values[0];
    case "list":
      return size === "least" ? [] : lengths[size].map((one) => sample(kind.of, one));
    case "map":
      return size === "least"
        ? {}
        : Object.fromEntries(lengths[size].map((one, i) => ["abc".charAt(i), sample(kind.of, one)]));
    case "object":
      return Object.fromEntries(
        kind.members
          .filter(({ optional }) => !optional || size === "usual")
          .map(({ name, of }) => [name, sample(of, size)]),
      );
    case "nullable":
      return size === "least" ? (kind.nil === "null" ? null : undefined) : sample(kind.of, size);
    case "either":
      return sample(size === "least" ? kind.other : kind.one, size);
    case "number":
    case "string":
    case "boolean":
    case "bytes":
    case "ip":
    case "mac":
    case "cidr":
      return simple[kind.kind][size];
  }
}

const lengths: Readonly<Record<"plain" | "usual", readonly Size[]>> = {
  plain: ["plain"],
  usual: ["usual", "plain", "least"],
};

/** A value as TypeScript writes it. */
export function written(value: unknown): string {
  if (value instanceof Uint8Array)
    return value.length === 0 ? "new Uint8Array()" : `Uint8Array.of(${[...value].join(", ")})`;
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${key(name)}: ${written(inner)}`)
      .join(", ")} }`;
  return value === undefined ? "undefined" : JSON.stringify(value);
}
