import ts from "../../typescript.cjs";
import type { Kind, Literal, Member, Parameter, Signature } from "./kind.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What of a signature is not understood, as a code and the text that it is about. */
export type SignatureFault = {
  readonly code: "no-signature" | "no-parameter" | "parameter" | "type" | "result";
  readonly text: string;
};

export type Parsed =
  | { readonly ok: true; readonly signature: Signature }
  | { readonly ok: false; readonly fault: SignatureFault };

/**
 * Reads `(header: Bytes, ttl: number) => boolean`, with or without a function's name, `=>` or `:` before the result.
 * Types: see `Kind`; names of the course's vocabulary are looked up.
 */
export function parseSignature(text: string, vocabulary: Vocabulary): Parsed {
  const node = signatureNode(text.trim());
  if (node === null) return { ok: false, fault: { code: "no-signature", text } };
  try {
    const parameters = node.parameters.map((parameter) => readParameter(parameter, vocabulary));
    if (parameters.length === 0) throw new NotUnderstood({ code: "no-parameter", text });
    if (node.type === undefined) throw new NotUnderstood({ code: "no-signature", text });
    const result = { type: node.type.getText(), of: kindOf(node.type, vocabulary, []) };
    return { ok: true, signature: { parameters, result } };
  } catch (error) {
    if (error instanceof NotUnderstood) return { ok: false, fault: error.fault };
    throw error;
  }
}

class NotUnderstood extends Error {
  readonly fault: SignatureFault;
  constructor(fault: SignatureFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** The parameters and the result, however the author wrote the function's type. */
function signatureNode(text: string): ts.SignatureDeclaration | null {
  const declaration = text
    .replace(/^(export\s+)?(declare\s+)?(async\s+)?function\b\s*/, "")
    .replace(/;$/, "");
  const named = /^[A-Za-z_$]/.test(declaration) ? declaration : `f${declaration}`;
  for (const source of [`type F = ${declaration};`, `declare function ${named};`]) {
    const { diagnostics } = ts.transpileModule(source, { reportDiagnostics: true });
    if (diagnostics !== undefined && diagnostics.length > 0) continue;
    const file = ts.createSourceFile("signature.ts", source, ts.ScriptTarget.Latest, true);
    const [statement] = file.statements;
    if (file.statements.length !== 1 || statement === undefined) continue;
    if (ts.isFunctionDeclaration(statement)) return statement;
    if (ts.isTypeAliasDeclaration(statement) && ts.isFunctionTypeNode(statement.type)) return statement.type;
  }
  return null;
}

function readParameter(node: ts.ParameterDeclaration, vocabulary: Vocabulary): Parameter {
  const plain = ts.isIdentifier(node.name) && node.dotDotDotToken === undefined;
  if (!plain || node.questionToken !== undefined || node.initializer !== undefined || node.type === undefined)
    throw new NotUnderstood({ code: "parameter", text: node.getText() });
  const of = kindOf(node.type, vocabulary, []);
  if (hasEither(of)) throw new NotUnderstood({ code: "type", text: node.type.getText() });
  return { name: node.name.getText(), type: node.type.getText(), of };
}

/** `within`: the names that are being looked up, since a type may contain itself. */
function kindOf(node: ts.TypeNode, vocabulary: Vocabulary, within: readonly string[]): Kind {
  const again = (inner: ts.TypeNode): Kind => kindOf(inner, vocabulary, within);
  if (ts.isParenthesizedTypeNode(node)) return again(node.type);
  if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) return again(node.type);
  if (ts.isArrayTypeNode(node)) return { kind: "list", of: again(node.elementType) };
  if (ts.isTypeLiteralNode(node)) return { kind: "object", members: node.members.map(memberOf(again)) };
  if (ts.isUnionTypeNode(node)) return unionOf(node, again);
  if (ts.isTypeReferenceNode(node)) return referenceOf(node, vocabulary, within);
  const literal = literalOf(node);
  if (literal !== null) return { kind: "choice", values: [literal] };
  const keyword = keywords.get(node.kind);
  if (keyword === undefined) throw new NotUnderstood({ code: "type", text: node.getText() });
  return { kind: keyword };
}

const keywords = new Map<ts.SyntaxKind, "number" | "string" | "boolean">([
  [ts.SyntaxKind.NumberKeyword, "number"],
  [ts.SyntaxKind.StringKeyword, "string"],
  [ts.SyntaxKind.BooleanKeyword, "boolean"],
]);

const named = new Map<string, Kind>([
  ["Bytes", { kind: "bytes" }],
  ["Uint8Array", { kind: "bytes" }],
  ["Ip", { kind: "ip" }],
  ["Mac", { kind: "mac" }],
  ["Cidr", { kind: "cidr" }],
]);

function referenceOf(node: ts.TypeReferenceNode, vocabulary: Vocabulary, within: readonly string[]): Kind {
  const name = node.typeName.getText();
  const [first, second] = node.typeArguments ?? [];
  const known = named.get(name);
  if (known !== undefined) return known;
  if ((name === "Array" || name === "ReadonlyArray") && first !== undefined)
    return { kind: "list", of: kindOf(first, vocabulary, within) };
  if (name === "Record" && second !== undefined)
    return { kind: "map", of: kindOf(second, vocabulary, within) };
  if (name === "Fail") {
    const error: Kind = first === undefined ? { kind: "string" } : kindOf(first, vocabulary, within);
    return { kind: "object", members: [{ name: "error", of: error, optional: false }] };
  }
  const alias = vocabulary.get(name);
  if (alias === undefined || within.includes(name)) throw new NotUnderstood({ code: "type", text: name });
  return kindOf(alias, vocabulary, [...within, name]);
}

const memberOf =
  (again: (inner: ts.TypeNode) => Kind) =>
  (node: ts.TypeElement): Member => {
    const name = node.name;
    const simple = name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name));
    if (!simple || !ts.isPropertySignature(node) || node.type === undefined)
      throw new NotUnderstood({ code: "type", text: node.getText() });
    return { name: name.text, of: again(node.type), optional: node.questionToken !== undefined };
  };

function unionOf(node: ts.UnionTypeNode, again: (inner: ts.TypeNode) => Kind): Kind {
  const nil = node.types.map(nilOf).find((found) => found !== null);
  const rest = node.types.filter((type) => nilOf(type) === null);
  const [literal, ...literals] = rest.map(literalOf).filter((value) => value !== null);
  const [first, second, ...more] = rest;
  let of: Kind;
  if (literal !== undefined && literals.length === rest.length - 1) {
    of = { kind: "choice", values: [literal, ...literals] };
  } else if (first !== undefined && more.length === 0) {
    of = second === undefined ? again(first) : { kind: "either", one: again(first), other: again(second) };
  } else {
    throw new NotUnderstood({ code: "type", text: node.getText() });
  }
  return nil === undefined ? of : { kind: "nullable", of, nil };
}

const nilOf = (node: ts.TypeNode): "null" | "undefined" | null =>
  node.kind === ts.SyntaxKind.UndefinedKeyword
    ? "undefined"
    : ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword
      ? "null"
      : null;

function literalOf(node: ts.TypeNode): Literal | null {
  if (!ts.isLiteralTypeNode(node)) return null;
  const { literal } = node;
  if (ts.isStringLiteral(literal)) return literal.text;
  if (ts.isNumericLiteral(literal)) return Number(literal.text);
  if (literal.kind === ts.SyntaxKind.TrueKeyword) return true;
  return literal.kind === ts.SyntaxKind.FalseKeyword ? false : null;
}

/** Whether a value of this kind may be of two kinds that no example tells apart. */
const hasEither = (kind: Kind): boolean =>
  kind.kind === "either" ||
  ("of" in kind && hasEither(kind.of)) ||
  (kind.kind === "object" && kind.members.some(({ of }) => hasEither(of)));
