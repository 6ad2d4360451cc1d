import ts from "../../typescript.cjs";
import type { Edit, Operator } from "./operator.ts";
import { binaryOperators, dropMask, dropOperand } from "./operators/binary.ts";
import { lengthOffByOne, method } from "./operators/calls.ts";
import { booleanConstant, numberConstant, textConstant } from "./operators/constants.ts";
import { condition, dropElse, dropStatement, swapBranches } from "./operators/statements.ts";
import { unary } from "./operators/unary.ts";

/** All kinds of changes, in the order in which they are reported. */
export const operators: readonly Operator[] = [
  ...binaryOperators,
  dropOperand,
  dropMask,
  unary,
  numberConstant,
  booleanConstant,
  textConstant,
  method,
  lengthOffByOne,
  condition,
  swapBranches,
  dropStatement,
  dropElse,
];

/** A changed solution. Two mutants never have the same text, and none has the text of the solution. */
export type Mutant = {
  readonly operator: string;
  /** Where the change begins, from 1. */
  readonly line: number;
  /** The lines of the solution that the change touches, blanks run together. */
  readonly before: string;
  /** What becomes of them. */
  readonly after: string;
  /** Which of the mutants with this same `before` and `after` it is, from 1. */
  readonly occurrence: number;
  /** The whole changed file. */
  readonly source: string;
};

/** Makes every mutant of a source text, from its top to its end. Deterministic. */
export function mutantsOf(source: string): Mutant[] {
  const file = ts.createSourceFile("solution.ts", source, ts.ScriptTarget.Latest, true);
  const seen = new Set([source]);
  const times = new Map<string, number>();
  const mutants: Mutant[] = [];
  for (const { operator, edit } of editsOf(file)) {
    const changed = source.slice(0, edit.start) + edit.text + source.slice(edit.end);
    if (seen.has(changed)) continue;
    seen.add(changed);
    const { before, after } = touchedLines(source, edit);
    const occurrence = (times.get(`${before}\n${after}`) ?? 0) + 1;
    times.set(`${before}\n${after}`, occurrence);
    const line = file.getLineAndCharacterOfPosition(edit.start).line + 1;
    mutants.push({ operator, line, before, after, occurrence, source: changed });
  }
  return mutants;
}

function editsOf(file: ts.SourceFile): { operator: string; edit: Edit }[] {
  const found: { operator: string; edit: Edit }[] = [];
  const visit = (node: ts.Node): void => {
    if (!hasRunTimeMeaning(node)) return;
    for (const operator of operators) {
      for (const edit of operator.edits(node, file)) found.push({ operator: operator.name, edit });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.sort((a, b) => a.edit.start - b.edit.start);
}

const hasRunTimeMeaning = (node: ts.Node): boolean =>
  !(
    ts.isTypeNode(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isImportDeclaration(node)
  );

/** The whole lines around an edit, before and after it. */
function touchedLines(source: string, edit: Edit): { before: string; after: string } {
  const from = source.lastIndexOf("\n", edit.start - 1) + 1;
  const newline = source.indexOf("\n", edit.end);
  const to = newline === -1 ? source.length : newline;
  const oneLine = (text: string): string => text.trim().replace(/\s+/g, " ");
  return {
    before: oneLine(source.slice(from, to)),
    after: oneLine(source.slice(from, edit.start) + edit.text + source.slice(edit.end, to)),
  };
}
