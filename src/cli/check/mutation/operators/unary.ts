import ts from "../../../typescript.cjs";
import { enclosed, replace, type Operator } from "../operator.ts";

const K = ts.SyntaxKind;
const dropped: readonly ts.SyntaxKind[] = [K.ExclamationToken, K.TildeToken, K.MinusToken];

/** Leaves `!`, `~` or `-` out, counts down instead of up, and up instead of down. */
export const unary: Operator = {
  name: "unary",
  edits(node, file) {
    if (!ts.isPrefixUnaryExpression(node) && !ts.isPostfixUnaryExpression(node)) return [];
    const operand = node.operand.getText(file);
    const { start, end } = replace(node, file, "");
    if (dropped.includes(node.operator)) return [{ start, end, text: enclosed(node.operand, file) }];
    if (node.operator !== K.PlusPlusToken && node.operator !== K.MinusMinusToken) return [];
    const opposite = node.operator === K.PlusPlusToken ? "--" : "++";
    return [{ start, end, text: ts.isPrefixUnaryExpression(node) ? opposite + operand : operand + opposite }];
  },
};
