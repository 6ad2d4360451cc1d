import ts from "../../../typescript.cjs";
import { replace, type Operator } from "../operator.ts";

const twins: readonly (readonly [string, string])[] = [
  ["min", "max"],
  ["floor", "ceil"],
  ["some", "every"],
  ["startsWith", "endsWith"],
  ["getUint16", "getUint8"],
  ["setUint16", "setUint8"],
  ["push", "unshift"],
  ["toUpperCase", "toLowerCase"],
];
const exchanges = new Map(twins.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]));

/** Exchanges a method for its near relation: `Math.min` for `Math.max`, `some` for `every`. */
export const method: Operator = {
  name: "method",
  edits(node, file) {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
    const other = exchanges.get(node.expression.name.text);
    return other === undefined ? [] : [replace(node.expression.name, file, other)];
  },
};

/** A length one too small: `bytes.length` becomes `(bytes.length - 1)`. */
export const lengthOffByOne: Operator = {
  name: "length",
  edits: (node, file) =>
    ts.isPropertyAccessExpression(node) && /^(length|byteLength)$/.test(node.name.text) && !isWritten(node)
      ? [replace(node, file, `(${node.getText(file)} - 1)`)]
      : [],
};

const isWritten = (node: ts.Expression): boolean =>
  (ts.isBinaryExpression(node.parent) &&
    node.parent.left === node &&
    node.parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    node.parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment) ||
  ts.isPostfixUnaryExpression(node.parent) ||
  (ts.isPrefixUnaryExpression(node.parent) &&
    (node.parent.operator === ts.SyntaxKind.PlusPlusToken ||
      node.parent.operator === ts.SyntaxKind.MinusMinusToken));
