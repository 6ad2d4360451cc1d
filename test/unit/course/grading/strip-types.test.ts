import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createTypeStripper, type Transform, type TypeStripper } from "#course/grading/strip-types.ts";
import { engineFolder, prepareEngineFiles } from "#worker/engine-files.ts";

let stripper: TypeStripper;
let instances = 0;

beforeAll(async () => {
  prepareEngineFiles();
  const { instantiate } = (await import(pathToFileURL(join(engineFolder, "swc.js")).href)) as {
    instantiate: (module: WebAssembly.Module) => Transform;
  };
  const swc = await WebAssembly.compile(readFileSync(join(engineFolder, "swc.wasm")));
  stripper = createTypeStripper(() => {
    instances++;
    return instantiate(swc);
  });
});

const code = (source: string): string => {
  const result = stripper.strip(source);
  if (result.kind !== "stripped") throw new Error(JSON.stringify(result));
  return result.code;
};

/** The place of `¦` in a marked source, and the source without it. */
function marked(text: string): { source: string; at: { line: number; column: number } } {
  const before = text.slice(0, text.indexOf("¦")).split(/\r\n|\n|\r/);
  const column = (before.at(-1) ?? "").replace("\ufeff", "").length + 1;
  return { source: text.replace("¦", ""), at: { line: before.length, column } };
}

test("types go, everything else stays where it was", () => {
  const source =
    "export function f(a: 'é😀日' | number, b?: Map<string, number>): number {\n  return a as number;\n}";
  const stripped = code(source);
  expect(stripped.replace(/\s+/g, " ")).toBe("export function f(a , b ) { return a ; }");
  expect(stripped.indexOf("{")).toBe(source.indexOf("{"));
  expect(stripped.split("\n")[1]).toBe("  return a          ;");
});

test("JavaScript passes as it is", () => {
  const source = "const a = `x${1}`; /* é */ export { a }; // end";
  expect(code(source)).toBe(source);
});

test("line ends of Windows and of old, and a byte order mark, are no obstacle", () => {
  expect(code("const a: number = 1;\r\nexport { a };\r\n")).toBe("const a         = 1;\r\nexport { a };\r\n");
  expect(code("const a = 1;\rexport { a };")).toBe("const a = 1;\nexport { a };");
  expect(code("\ufeffexport const a = 1;")).toBe("export const a = 1;");
});

test.each(["", " ", "\n\t\r\n", "\ufeff"])("nothing in it: %j", (source) => {
  expect(stripper.strip(source)).toStrictEqual({
    kind: "did-not-compile",
    reason: "empty",
    at: null,
    detail: "",
  });
});

test("a file of a million characters passes, one more does not", () => {
  const million = `export const f = 1;${" ".repeat(1_000_000 - 19)}`;
  expect(stripper.strip(million)).toMatchObject({ kind: "stripped" });
  expect(stripper.strip(`${million} `)).toMatchObject({ reason: "too-large", at: null });
  expect(stripper.strip("x".repeat(5_000_000))).toMatchObject({ reason: "too-large" });
});

test.each(["\0", "\x7fELF\x01\x02", "\ufffd\ufffd", "const a = '\x1b[0m';"])("no text: %j", (source) => {
  expect(stripper.strip(source)).toMatchObject({ kind: "did-not-compile", reason: "not-text" });
});

test("of a file that is no text, the place is told", () => {
  expect(stripper.strip("const a = 1;\nlet b\0;")).toMatchObject({ at: { line: 2, column: 6 } });
});

test.each([
  "let x = ¦= 3;",
  "/* é */ let x = ¦= 3;",
  "const s = '😀😀'; let x = ¦= 3;",
  "const s = '日本 🇫🇷 👨‍👩‍👧 e\u0301'; let x = ¦= 3;",
  "\tconst a = 1;\t let x = ¦= 3;",
  "const a = 1;\r\n  let x = ¦= 3;",
  "const a = 1;\rlet x = ¦= 3;",
  "\ufefflet x = ¦= 3;",
  "const a = ¦'abc",
  "¦return 3;",
  "function f() { ¦await 3; }",
  "const a = <div>x<¦/div>;",
])("a syntax error has its place: %j", (text) => {
  const { source, at } = marked(text);
  expect(stripper.strip(source)).toMatchObject({ kind: "did-not-compile", reason: "syntax", at });
});

test.each([
  "¦enum A { B }",
  "¦namespace N { export const a = 1; }",
  "class A { constructor(private ¦x: number) {} }",
  "const a = ¦<number>3;",
  "¦import a = require('a');",
  "¦export = 3;",
])("what is not erasable is told as such: %s", (text) => {
  const { source, at } = marked(text);
  expect(stripper.strip(source)).toMatchObject({ reason: "typescript-only", at });
});

test.each([
  "¦import { x } from './x';",
  "¦import x from './x';",
  "¦import * as x from './x';",
  "¦import './x';",
  "¦import { type X } from './x';",
  "const a: number = 1;\n  ¦import {\n  x } from './x';",
  "export * ¦from './x';",
  "export { x } ¦from './x';",
  "export const f = async () => (await ¦import('./x')).x;",
  "const s = `${¦import('x')}`;",
  "const s = 'import'; // import 'x'\n¦import 'x';",
])("an import at run time is refused: %s", (text) => {
  const { source, at } = marked(text);
  expect(stripper.strip(source)).toMatchObject({ kind: "did-not-compile", reason: "import", at });
});

test.each([
  "import type { X } from './x'; export const f = (x: X) => x;",
  "export type { X } from './x';",
  "const s = \"import { x } from './x'\";",
  "// import { x } from './x'",
  "/* import('x') */ const r = /import('x')/;",
  "const s = `import x from 'x'`;",
  "const o = { import: 1 }; o.import;",
  "const important = 1, from = 2; const r = [from, 'x'];",
  "const u = import.meta;",
  "class Set2 { static from(x: string) { return x } } Set2.from('x');",
])("no import at run time: %s", (source) => {
  expect(stripper.strip(source)).toMatchObject({ kind: "stripped" });
});

test("nesting without end is an error, and the next file is stripped again", () => {
  const before = instances;
  expect(stripper.strip("(".repeat(100_000))).toMatchObject({
    kind: "did-not-compile",
    reason: "syntax",
    at: null,
  });
  expect(instances).toBe(before + 1);
  expect(code("const a: number = 1;")).toBe("const a         = 1;");
});

test("whatever the text, there is an answer", () => {
  const text = fc.string({
    unit: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    maxLength: 40,
  });
  const tokens = fc.array(
    fc.constantFrom(
      "import",
      "export",
      "{",
      "}",
      "(",
      "'x'",
      "from",
      "`",
      "${",
      "/",
      "a",
      ":",
      "=",
      "é",
      "\n",
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        tokens.map((parts) => parts.join(" ")),
      ),
      (source) => {
        expect(["stripped", "did-not-compile"]).toContain(stripper.strip(source).kind);
      },
    ),
    { numRuns: 1000, seed: 1 },
  );
});
