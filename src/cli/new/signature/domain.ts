import { key, type Kind } from "./kind.ts";

/** An expression of `exercise.ts` and what it imports: names by module. */
export type Code = {
  readonly text: string;
  readonly imports: readonly (readonly [name: string, from: string])[];
};

const code = (text: string, ...imports: Code["imports"]): Code => ({ text, imports });
const around = (inner: Code, text: string, ...imports: Code["imports"]): Code => ({
  text,
  imports: [...imports, ...inner.imports],
});

const fc = "fast-check";
const schemas = "#course/network/schemas.ts";

/** The zod schema of a kind: which values the statement allows. */
export function schemaOf(kind: Kind): Code {
  switch (kind.kind) {
    case "number":
      return code("z.int().min(0).max(255)");
    case "string":
      return code("z.string()");
    case "boolean":
      return code("z.boolean()");
    case "bytes":
      return code("z.instanceof(Uint8Array)");
    case "ip":
      return code("addressSchema", ["addressSchema", schemas]);
    case "cidr":
      return code("cidrSchema", ["cidrSchema", schemas]);
    case "mac":
      return code("z.string().refine(isStationMacText)", ["isStationMacText", "#course/generators/mac.ts"]);
    case "choice":
      return code(`z.literal([${kind.values.map((value) => JSON.stringify(value)).join(", ")}])`);
    case "list":
      return wrapped(schemaOf(kind.of), (text) => `z.array(${text})`);
    case "map":
      return wrapped(schemaOf(kind.of), (text) => `z.record(z.string(), ${text})`);
    case "nullable":
      return wrapped(
        schemaOf(kind.of),
        (text) => `${text}.${kind.nil === "null" ? "nullable" : "optional"}()`,
      );
    case "object": {
      const members = kind.members.map(({ name, of, optional }) =>
        wrapped(schemaOf(of), (text) => `${key(name)}: ${text}${optional ? ".exactOptional()" : ""}`),
      );
      return joined(members, (texts) => `z.strictObject({ ${texts.join(", ")} })`);
    }
    case "either":
      return joined([schemaOf(kind.one), schemaOf(kind.other)], (texts) => `z.union([${texts.join(", ")}])`);
  }
}

/** The generator of a kind; each shrinks from the value alone. */
export function generatorOf(kind: Kind): Code {
  switch (kind.kind) {
    case "number":
      return code("unsigned(8)", ["unsigned", "#course/generators/numbers.ts"]);
    case "string":
      return code("string({ maxLength: 12 })", ["string", fc]);
    case "boolean":
      return code("boolean()", ["boolean", fc]);
    case "bytes":
      return code("uint8Array({ maxLength: 12 })", ["uint8Array", fc]);
    case "ip":
      return code("ipv4Address", ["ipv4Address", "#course/generators/ipv4-address.ts"]);
    case "cidr":
      return code("ipv4Cidr()", ["ipv4Cidr", "#course/generators/ipv4-prefix.ts"]);
    case "mac":
      return code("stationMacText", ["stationMacText", "#course/generators/mac.ts"]);
    case "choice": {
      const values = kind.values.map((value) => JSON.stringify(value));
      return code(`constantFrom<${values.join(" | ")}>(${values.join(", ")})`, ["constantFrom", fc]);
    }
    case "list": {
      const of = generatorOf(kind.of);
      return around(of, `array(${of.text}, { maxLength: 5 })`, ["array", fc]);
    }
    case "map": {
      const of = generatorOf(kind.of);
      const keys = 'constantFrom("a", "b", "c")';
      return around(
        of,
        `dictionary(${keys}, ${of.text}, { noNullPrototype: true })`,
        ["constantFrom", fc],
        ["dictionary", fc],
      );
    }
    case "nullable": {
      const of = generatorOf(kind.of);
      const nil = kind.nil === "null" ? "" : ", { nil: undefined }";
      return around(of, `option(${of.text}${nil})`, ["option", fc]);
    }
    case "object": {
      const members = kind.members.map(({ name, of }) =>
        wrapped(generatorOf(of), (text) => `${key(name)}: ${text}`),
      );
      const required = kind.members
        .filter(({ optional }) => !optional)
        .map(({ name }) => JSON.stringify(name));
      const keys = required.length === kind.members.length ? "" : `, requiredKeys: [${required.join(", ")}]`;
      const options = `, { noNullPrototype: true${keys} }`;
      const all = joined(members, (texts) => `record({ ${texts.join(", ")} }${options})`);
      return around(all, all.text, ["record", fc]);
    }
    case "either":
      return joined(
        [generatorOf(kind.one), generatorOf(kind.other)],
        (texts) => `oneof(${texts.join(", ")})`,
      );
  }
}

const wrapped = ({ text, imports }: Code, around: (text: string) => string): Code => ({
  text: around(text),
  imports,
});

const joined = (codes: readonly Code[], around: (texts: readonly string[]) => string): Code => ({
  text: around(codes.map(({ text }) => text)),
  imports: codes.flatMap(({ imports }) => imports),
});
