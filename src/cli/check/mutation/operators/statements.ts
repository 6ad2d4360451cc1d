import ts from "../../../typescript.cjs";
import { replace, type Operator } from "../operator.ts";

/** Leaves a whole statement out. Declarations stay: without them nothing runs. */
export const dropStatement: Operator = {
  name: "drop-statement",
  edits: (node, file) => (isDroppable(node) ? [replace(node, file, ";")] : []),
};

function isDroppable(node: ts.Node): boolean {
  return (
    ts.isExpressionStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isIfStatement(node) ||
    ts.isIterationStatement(node, false) ||
    ts.isSwitchStatement(node) ||
    ts.isBreakOrContinueStatement(node) ||
    ts.isThrowStatement(node)
  );
}

/** Leaves the `else` branch out. */
export const dropElse: Operator = {
  name: "drop-else",
  edits: (node, file) =>
    ts.isIfStatement(node) && node.elseStatement !== undefined
      ? [replace(node.elseStatement, file, "{}")]
      : [],
};

/** Exchanges the two branches of an `if … else` or of `… ? … : …`. */
export const swapBranches: Operator = {
  name: "swap-branches",
  edits(node, file) {
    const [first, second] = ts.isIfStatement(node)
      ? [node.thenStatement, node.elseStatement]
      : ts.isConditionalExpression(node)
        ? [node.whenTrue, node.whenFalse]
        : [];
    if (first === undefined || second === undefined) return [];
    const text = file.text;
    const between = text.slice(first.getEnd(), second.getStart(file));
    return [
      {
        start: first.getStart(file),
        end: second.getEnd(),
        text: second.getText(file) + between + first.getText(file),
      },
    ];
  },
};

/** Negates a condition, and fixes it to true or to false. */
export const condition: Operator = {
  name: "condition",
  edits(node, file) {
    const tested = conditionOf(node);
    if (tested === undefined) return [];
    const negated = `!(${tested.getText(file)})`;
    const fixed = ts.isIterationStatement(node, false) ? ["false"] : ["true", "false"];
    const texts = hasTwoBranches(node) || isNegatedElsewhere(tested) ? fixed : [negated, ...fixed];
    return texts.map((text) => replace(tested, file, text));
  },
};

/** With two branches, exchanging them says the same as negating. */
const hasTwoBranches = (node: ts.Node): boolean =>
  ts.isConditionalExpression(node) || (ts.isIfStatement(node) && node.elseStatement !== undefined);

/** A comparison becomes its opposite, and `!` is dropped, by operators of their own. */
const isNegatedElsewhere = (tested: ts.Expression): boolean =>
  ts.isPrefixUnaryExpression(tested) ||
  (ts.isBinaryExpression(tested) && /^([<>]=?|[=!]==?)$/.test(tested.operatorToken.getText()));

function conditionOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) return node.expression;
  return ts.isForStatement(node) || ts.isConditionalExpression(node) ? node.condition : undefined;
}
