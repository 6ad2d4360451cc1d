/**
 * Where a program imports or re-exports something at run time, or null. A learner's file stands alone.
 *
 * The words are searched in the text, and may stand in a string or a comment there. Whether one is code, the parser
 * tells: blotted out, a word of the program leaves a syntax error, any other word changes nothing that matters.
 * `compiles` says whether a text is a program.
 */
export function findImport(
  code: string,
  compiles: (code: string) => boolean,
): { readonly offset: number; readonly text: string } | null {
  for (const found of code.matchAll(imports)) {
    const blotted = `${code.slice(0, found.index + 2)} ${code.slice(found.index + 3)}`;
    if (compiles(blotted)) continue;
    const line = code.slice(found.index).split("\n", 1)[0] ?? "";
    return { offset: found.index, text: line.trim() };
  }
  return null;
}

/** `import x from`, `import {`, `import * as`, `import "x"`, `import(`, and the `from "x"` of a re-export. */
const imports = /(?<![.\w$#])(?:import(?=\s*[("'{*]|\s+[\w$])|from(?=\s*["']))/g;
