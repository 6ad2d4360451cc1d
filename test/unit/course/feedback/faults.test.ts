import { describe, expect, test } from "vitest";
import { fr } from "#course/feedback/fr/index.ts";
import { runtimeFault, runtimeFaults } from "#course/feedback/runtime-fault.ts";
import { syntaxFault, syntaxFaults, typescriptConstruct } from "#course/feedback/syntax-fault.ts";

/** What swc 1.16 (and QuickJS, where swc lets it pass) says of real mistakes. */
test.each([
  ["Expected ')', got '{'", "missing-parenthesis", ")"],
  ["Expected '(', got 'true'", "missing-parenthesis", "("],
  ["Expected ',', got ';'", "missing-comma-or-close", ";"],
  ["Expected '}', got '<eof>'", "unexpected-end", "}"],
  ["Unexpected token `<eof>`. Expected `}`", "unexpected-end", "}"],
  ["Unterminated string constant", "unterminated-string", null],
  ["Unterminated template", "unterminated-template", null],
  ["Unterminated regexp literal", "unterminated-regexp", null],
  ["Unterminated block comment", "unterminated-comment", null],
  ["Expected ':', got 'ident'", "missing-colon", ":"],
  ["Expected ';', '}' or <eof>", "missing-semicolon", null],
  ["Expected ';', got 'numeric literal'", "missing-semicolon", null],
  ["Expected a semicolon", "missing-semicolon", null],
  ["Unexpected token `=`. Expected yield, an identifier, [ or {", "unexpected-token", "="],
  ["Unexpected character '“'", "unexpected-character", "“"],
  ["Expression expected", "expression-expected", null],
  ["'const' declarations must be initialized", "const-without-value", null],
  ["Invalid assignment target", "bad-assignment", null],
  ["Identifier cannot follow number", "bad-number", null],
  ["await isn't allowed in non-async function", "await-outside-async", null],
  ["Return statement is not allowed here", "return-outside-function", null],
  [
    "A 'break' statement can only be used within an enclosing iteration or switch statement",
    "break-outside-loop",
    "break",
  ],
  ["invalid redefinition of lexical identifier", "declared-twice", null],
  ["exported variable 'nope' does not exist", "export-of-nothing", "nope"],
  ["LineBreak cannot follow 'throw'", "other", null],
])("syntax: %s", (detail, code, token) => expect(syntaxFault(detail)).toEqual({ code, token }));

/** What QuickJS says of real mistakes. */
test.each([
  ["cannot read property 'x' of undefined", "read-of-nothing", "x"],
  ["cannot read property of null", "read-of-nothing", null],
  ["cannot set property 'b' of undefined", "write-to-nothing", "b"],
  ["cannot read property 'Symbol.iterator' of undefined", "loop-over-nothing", null],
  ["value is not iterable", "not-iterable", null],
  ["not a function", "not-a-function", null],
  ["'Buffer' is not defined", "not-available", "Buffer"],
  ["'foo' is not defined", "not-defined", "foo"],
  ["a is not initialized", "used-before-declared", "a"],
  ["'c' is read-only", "read-only", "c"],
  ["cannot convert bigint to number", "bigint-mixed", null],
  ["invalid bigint literal", "bigint-from-text", null],
  ["out of bound", "bytes-out-of-range", null],
  ["invalid array length", "bad-length", null],
  ["invalid array buffer length", "bad-length", null],
  ["empty array", "empty-reduce", null],
  ["Unexpected end of JSON input", "bad-json", null],
  ["class constructors must be invoked with 'new'", "class-without-new", null],
])("run time: %s", (message, code, name) => expect(runtimeFault(message)).toEqual({ code, name }));

test("a learner's own message is no fault of the engine", () => {
  expect(runtimeFault("IHL trop petit")).toBeNull();
});

test.each([
  ["TypeScript enum is not supported in strip-only mode", "enum"],
  ["TypeScript namespace declaration is not supported in strip-only mode", "namespace"],
  ["TypeScript parameter property is not supported in strip-only mode", "parameter-property"],
  ["TypeScript import equals declaration is not supported in strip-only mode", "import-equals"],
  ["TypeScript export assignment is not supported in strip-only mode", "export-equals"],
  [
    "The angle-bracket syntax for type assertions, `<T>expr`, is not supported in type strip mode.",
    "angle-bracket-assertion",
  ],
  ["Something else", "other"],
])("TypeScript only: %s", (detail, construct) => expect(typescriptConstruct(detail)).toBe(construct));

/** No ordinary space where French has a no-break one; text between backquotes is code. */
const breakable = / [;:!?»]|« /;
const prose = (text: string): string => text.replace(/`[^`]*`/g, "x");

describe("every sentence is set as French", () => {
  test.each(syntaxFaults)("syntax %s", (code) => {
    for (const token of [null, ";", "“"]) {
      const { fault, advice } = fr.syntax[code](token);
      expect(fault).toMatch(/\.$/);
      expect(prose(`${fault} ${advice ?? ""}`)).not.toMatch(breakable);
    }
  });
  test.each(runtimeFaults)("run time %s", (code) => {
    for (const name of [null, "length"]) {
      expect(fr.runtime[code](name)).toMatch(/[.?]$/);
      expect(prose(fr.runtime[code](name))).not.toMatch(breakable);
    }
  });
  test.each(Object.entries(fr.mistakes))("mistake %s", (_, { title, message }) => {
    expect(prose(`${title} ${message}`)).not.toMatch(breakable);
  });
  test.each(Object.entries(fr.fields))("field %s", (_, { name, meaning }) => {
    expect(name).not.toBe("");
    expect(meaning).toMatch(/\.$/);
    expect(prose(meaning)).not.toMatch(breakable);
  });
});
