import ts from "../../../typescript.cjs";
import { replace, type Edit, type Operator } from "../operator.ts";

const prefixes: Readonly<Record<string, number>> = { "0x": 16, "0o": 8, "0b": 2 };

/**
 * Whole numbers one too large and one too small; powers of two doubled and halved; masks (2ⁿ − 1) one bit wider
 * and one bit narrower. The new number is written in the base of the old one.
 */
export const numberConstant: Operator = {
  name: "constant",
  edits(node, file) {
    if (!ts.isNumericLiteral(node) && !ts.isBigIntLiteral(node)) return [];
    const written = node.getText(file).replaceAll("_", "");
    const suffix = ts.isBigIntLiteral(node) ? "n" : "";
    const digits = suffix === "" ? written : written.slice(0, -1);
    if (!/^(0x[\da-f]+|0o[0-7]+|0b[01]+|\d+)$/i.test(digits)) return [];
    const base = prefixes[digits.slice(0, 2).toLowerCase()] ?? 10;
    const isName = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    return neighbours(BigInt(digits))
      .filter((near) => !(isName && near < 0n))
      .map((near) => replace(node, file, write(near, base, suffix)));
  },
};

function neighbours(value: bigint): bigint[] {
  const near = [value + 1n, value - 1n];
  if (value >= 2n && isPowerOfTwo(value)) near.push(value * 2n, value / 2n);
  if (value >= 3n && isPowerOfTwo(value + 1n)) near.push(value * 2n + 1n, value >> 1n);
  return near;
}

const isPowerOfTwo = (value: bigint): boolean => (value & (value - 1n)) === 0n;

function write(value: bigint, base: number, suffix: string): string {
  const prefix = Object.entries(prefixes).find(([, b]) => b === base)?.[0] ?? "";
  // Parentheses, so that `-1` may become `-(-1)`.
  return value < 0n
    ? `(-${prefix}${(-value).toString(base)}${suffix})`
    : prefix + value.toString(base) + suffix;
}

/** `true` for `false`, and back. */
export const booleanConstant: Operator = {
  name: "boolean",
  edits(node, file): Edit[] {
    if (node.kind === ts.SyntaxKind.TrueKeyword) return [replace(node, file, "false")];
    return node.kind === ts.SyntaxKind.FalseKeyword ? [replace(node, file, "true")] : [];
  },
};

/** Texts emptied (an empty one filled), and the fixed pieces of template texts left out. */
export const textConstant: Operator = {
  name: "text",
  edits(node, file): Edit[] {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      return [replace(node, file, node.text === "" ? '"?"' : '""')];
    }
    if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) {
      const { start, end } = replace(node, file, "");
      const closing = ts.isTemplateTail(node) ? "`" : "${";
      return node.text === "" ? [] : [{ start: start + 1, end: end - closing.length, text: "" }];
    }
    return [];
  },
};
