import ts from "../../typescript.cjs";

/** One replacement in a text: the characters from `start` up to `end` (UTF-16 code units) become `text`. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string };

/**
 * A kind of small automatic change. `edits` proposes changes around one node of the syntax tree, each on its own;
 * it is asked for every node that has a meaning at run time (types are never visited).
 */
export type Operator = {
  readonly name: string;
  edits(node: ts.Node, file: ts.SourceFile): readonly Edit[];
};

/** The edit that puts `text` in the place of a node, without the comments and blanks before it. */
export function replace(node: ts.Node, file: ts.SourceFile, text: string): Edit {
  return { start: node.getStart(file), end: node.getEnd(), text };
}

/** The text of an expression that is to stand where a larger one stood: in parentheses, unless it needs none. */
export function enclosed(node: ts.Expression, file: ts.SourceFile): string {
  const text = node.getText(file);
  return ts.isLeftHandSideExpression(node) ? text : `(${text})`;
}
