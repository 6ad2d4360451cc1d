import ts from "../../../typescript.cjs";
import { enclosed, replace, type Edit, type Operator } from "../operator.ts";

const K = ts.SyntaxKind;

/** What each operator becomes, by family. `>>` stays unless reversed: on values that fit in 31 bits it is `>>>`. */
const families: Readonly<Record<string, Readonly<Partial<Record<ts.SyntaxKind, readonly string[]>>>>> = {
  arithmetic: {
    [K.PlusToken]: ["-"],
    [K.MinusToken]: ["+"],
    [K.AsteriskToken]: ["/"],
    [K.SlashToken]: ["*"],
    [K.PercentToken]: ["*"],
    [K.AsteriskAsteriskToken]: ["*"],
    [K.PlusEqualsToken]: ["-=", "="],
    [K.MinusEqualsToken]: ["+=", "="],
    [K.AsteriskEqualsToken]: ["/=", "="],
    [K.SlashEqualsToken]: ["*=", "="],
    [K.PercentEqualsToken]: ["*="],
  },
  bitwise: {
    [K.AmpersandToken]: ["|"],
    [K.BarToken]: ["&"],
    [K.CaretToken]: ["&"],
    [K.LessThanLessThanToken]: [">>>"],
    [K.GreaterThanGreaterThanToken]: ["<<"],
    [K.GreaterThanGreaterThanGreaterThanToken]: [">>", "<<"],
    [K.AmpersandEqualsToken]: ["|=", "="],
    [K.BarEqualsToken]: ["&=", "="],
    [K.CaretEqualsToken]: ["&=", "="],
    [K.LessThanLessThanEqualsToken]: [">>>=", "="],
    [K.GreaterThanGreaterThanEqualsToken]: ["<<=", "="],
    [K.GreaterThanGreaterThanGreaterThanEqualsToken]: [">>=", "<<=", "="],
  },
  comparison: {
    [K.LessThanToken]: ["<=", ">="],
    [K.LessThanEqualsToken]: ["<", ">"],
    [K.GreaterThanToken]: [">=", "<="],
    [K.GreaterThanEqualsToken]: [">", "<"],
    [K.EqualsEqualsToken]: ["!="],
    [K.ExclamationEqualsToken]: ["=="],
    [K.EqualsEqualsEqualsToken]: ["!=="],
    [K.ExclamationEqualsEqualsToken]: ["==="],
  },
  logical: {
    [K.AmpersandAmpersandToken]: ["||"],
    [K.BarBarToken]: ["&&"],
  },
};

/** Exchanges one binary or assignment operator for a near one. */
export const binaryOperators: readonly Operator[] = Object.entries(families).map(([name, exchanges]) => ({
  name,
  edits: (node, file) =>
    ts.isBinaryExpression(node)
      ? (exchanges[node.operatorToken.kind] ?? []).map((text) => replace(node.operatorToken, file, text))
      : [],
}));

const chained: readonly ts.SyntaxKind[] = [K.AmpersandAmpersandToken, K.BarBarToken, K.QuestionQuestionToken];

/** Leaves one side of `&&`, `||` or `??` out. */
export const dropOperand: Operator = {
  name: "drop-operand",
  edits: (node, file) =>
    ts.isBinaryExpression(node) && chained.includes(node.operatorToken.kind)
      ? [node.left, node.right].map((side): Edit => replace(node, file, enclosed(side, file)))
      : [],
};

const masks: readonly ts.SyntaxKind[] = [
  K.AmpersandToken,
  K.BarToken,
  K.PercentToken,
  K.GreaterThanGreaterThanGreaterThanToken,
];

/** Leaves `>>> 0`, `| 0`, a mask or a remainder out: `x & 0xff` becomes `x`. */
export const dropMask: Operator = {
  name: "drop-mask",
  edits(node, file) {
    if (ts.isBinaryExpression(node) && masks.includes(node.operatorToken.kind)) {
      const zero = node.right.getText(file) === "0";
      const shiftOrOr =
        node.operatorToken.kind === K.BarToken ||
        node.operatorToken.kind === K.GreaterThanGreaterThanGreaterThanToken;
      return shiftOrOr && !zero ? [] : [replace(node, file, enclosed(node.left, file))];
    }
    return [];
  },
};
