import type { Code } from "../signature/domain.ts";
import { generatorOf, schemaOf } from "../signature/domain.ts";
import type { Kind } from "../signature/kind.ts";
import { sample, written, type Size } from "../signature/sample.ts";
import { bodyOf } from "./code-files.ts";
import type { Example, Wanted } from "./plan.ts";

/** `exercise.ts`: the definition, with comments that say what belongs where. */
export function exerciseFile({ number, entry, signature }: Wanted, example: Example): string {
  const { parameters, result } = signature;
  const schemas = parameters.map(({ of }) => schemaOf(of));
  const generators = parameters.map(({ of }) => generatorOf(of));
  const args = (size: Size): unknown[] => parameters.map(({ of }) => sample(of, size));
  const body = bodyOf(example.constants);
  const types = parameters.map(({ name, type }) => `${name}: ${type}`).join(", ");
  return `${importsOf([...schemas, ...generators])}
/** What the statement allows: guards shrinking, links and inputs typed by hand. */
const domain = z.tuple([${schemas.map(({ text }) => text).join(", ")}]);

export default defineExercise<[${types}], ${result.type}>({
  number: "${number}",
  entry: "${entry}",
  level: 1,
  points: 2,
  prerequisites: [],
  parameters: [${parameters.map(({ name, of }) => `{ name: "${name}", shape: ${shapeOf(of)} }`).join(", ")}],
  result: ${shapeOf(result.of)},
  // Vectors whose answer somebody else computed: an RFC's example, tcpdump, Scapy. "source" says who.
  golden: [
    { name: "example", args: ${written(args("usual"))}, expected: ${written(example.answerFor(args("usual")))}, source: "by hand, from the statement" },
  ],
  // Where learners stumble: empty, smallest, largest, just beyond. The reference gives the answer.
  edges: [
    { name: "smallest", args: ${written(args("least"))} },
    { name: "plain", args: ${written(args("plain"))} },
  ],
  // Random cases; each shrinks from the value alone. Ready-made ones: src/course/generators/README.md.
  generators: {
    anything: tuple(${generators.map(({ text }) => text).join(", ")}),
  },
  // The right answer. Prefer what src/net already has, and cite the RFC's section.
  reference(${referenceParameters(signature.parameters, body)}) {
${body}    return ${example.answer.text};
  },
  accepts: (args) => domain.safeParse(args).success,
});
`;
}

function importsOf(codes: readonly Code[]): string {
  const all: Code["imports"] = [
    ["tuple", "fast-check"],
    ["z", "zod"],
    ["defineExercise", "#course/exercise/exercise.ts"],
    ...codes.flatMap(({ imports }) => imports),
  ];
  const byModule = Map.groupBy(all, ([, from]) => from);
  return [...byModule]
    .map(
      ([from, names]) =>
        `import { ${[...new Set(names.map(([name]) => name))].sort().join(", ")} } from "${from}";\n`,
    )
    .join("");
}

const shapeOf = (kind: Kind): string => `{ kind: "${kind.kind === "bytes" ? "bytes" : "value"}" }`;

/** Up to the last one that the body names; those before it that it does not name begin with \`_\`. */
function referenceParameters(parameters: Wanted["signature"]["parameters"], body: string): string {
  const named = parameters.map(({ name }) => new RegExp(`(?<![.\\w$"])${name}(?![\\w$:])`).test(body));
  return parameters
    .slice(0, named.lastIndexOf(true) + 1)
    .map(({ name }, i) => (named[i] === true ? name : `_${name}`))
    .join(", ");
}
