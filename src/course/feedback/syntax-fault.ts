/**
 * What the compilers' English says, as a code: the sentence that people read stands in the strings. `token` is the
 * text that the fault is about, in the learner's file or missing from it.
 */
export const syntaxFaults = [
  "unexpected-end",
  "unterminated-string",
  "unterminated-template",
  "unterminated-regexp",
  "unterminated-comment",
  "missing-parenthesis",
  "missing-bracket",
  "missing-brace",
  "missing-colon",
  "missing-comma-or-close",
  "missing-semicolon",
  "unexpected-character",
  "unexpected-token",
  "expression-expected",
  "name-expected",
  "const-without-value",
  "bad-assignment",
  "bad-number",
  "await-outside-async",
  "return-outside-function",
  "break-outside-loop",
  "declared-twice",
  "export-of-nothing",
  "other",
] as const;
export type SyntaxFaultCode = (typeof syntaxFaults)[number];
export type SyntaxFault = { readonly code: SyntaxFaultCode; readonly token: string | null };

/** Tried in order; the first group of the pattern is the token. Texts of swc 1.16 and QuickJS 2025. */
const patterns: readonly (readonly [SyntaxFaultCode, RegExp])[] = [
  ["unterminated-template", /^Unterminated template|unexpected end of (?:string template)/],
  [
    "unexpected-end",
    /^Expected '(.+)', got '<eof>'$|^Unexpected token `<eof>`(?:\. Expected `(.+)`)?|^Unexpected eof/i,
  ],
  ["unterminated-string", /^Unterminated string|unexpected end of string/],
  ["unterminated-regexp", /^Unterminated regexp|unexpected end of regexp/],
  ["unterminated-comment", /^Unterminated block comment|unexpected end of comment/],
  ["missing-comma-or-close", /^Expected ',', got '(.+)'$/],
  ["missing-parenthesis", /^Expected '([()])'/],
  ["missing-bracket", /^Expected '([[\]])'/],
  ["missing-brace", /^Expected '([{}])'/],
  ["missing-colon", /^Expected '(:)'/],
  ["missing-semicolon", /^Expected ';'|^Expected a semicolon|^expecting ';'/],
  ["unexpected-character", /^Unexpected character '(.+)'$/s],
  ["unexpected-token", /^Unexpected token `(.+?)`(?:\.|$)|unexpected token in expression: '(.+)'/s],
  ["expression-expected", /^Expression expected/],
  ["name-expected", /^Expected ident/i],
  ["const-without-value", /^'const' declarations must be initialized|missing initializer for const/],
  [
    "bad-assignment",
    /^Invalid assignment target|^The left-hand side of an assignment|invalid assignment left-hand side/,
  ],
  [
    "bad-number",
    /^Identifier cannot follow number|hexadecimal digit|numeric separator|^Legacy (?:decimal|octal)|octal literals|invalid number literal/,
  ],
  ["await-outside-async", /^await isn't allowed/],
  ["return-outside-function", /^Return statement is not allowed|^return not in a function/],
  ["break-outside-loop", /^A '(break|continue)' statement|^(break|continue)(?:\/continue)? /],
  [
    "declared-twice",
    /invalid redefinition of|redeclaration of|already (?:been )?declared|duplicate argument names/,
  ],
  ["export-of-nothing", /^exported variable '(.+)' does not exist/],
];

/** The fault that a compiler's own English message is about; `other` when the message is not known. */
export function syntaxFault(detail: string): SyntaxFault {
  for (const [code, pattern] of patterns) {
    const match = pattern.exec(detail);
    if (match !== null)
      return { code, token: match.slice(1).find((group: string | undefined) => group !== undefined) ?? null };
  }
  return { code: "other", token: null };
}

/** TypeScript that is not only types and so cannot be taken away. */
export const typescriptOnly = [
  "enum",
  "namespace",
  "parameter-property",
  "import-equals",
  "export-equals",
  "angle-bracket-assertion",
  "other",
] as const;
export type TypeScriptOnly = (typeof typescriptOnly)[number];

const typescriptPatterns: readonly (readonly [TypeScriptOnly, RegExp])[] = [
  ["enum", /\benum\b/],
  ["namespace", /\bnamespace\b|\bmodule\b/],
  ["parameter-property", /parameter property/],
  ["import-equals", /import equals/],
  ["export-equals", /export assignment/],
  ["angle-bracket-assertion", /angle-bracket/],
];

export const typescriptConstruct = (detail: string): TypeScriptOnly =>
  typescriptPatterns.find(([, pattern]) => pattern.test(detail))?.[0] ?? "other";
