import { z } from "zod";
import type { NotCompiled, Position } from "../exercise/candidate.ts";
import { findImport } from "./strip-types-imports.ts";
import { utf16Column } from "./strip-types-columns.ts";

/**
 * Turns a learner's TypeScript into JavaScript by blanking the types: every line and column stays where it was.
 * What is not erasable (enum, namespace …), not a text, or imports anything at run time is refused here; the rest
 * of what can be wrong with a file only shows when the sandbox loads it.
 */
export type TypeStripper = {
  strip(source: string): { readonly kind: "stripped"; readonly code: string } | NotCompiled;
};

/** `transformSync` of `@swc/wasm-typescript`; throws plain objects for what it does not accept. */
export type Transform = (source: string, options: Record<string, unknown>) => unknown;

/** Longer files are no exercises. In characters. */
const maxSource = 1_000_000;

const options = { mode: "strip-only", module: true, deprecatedTsModuleAsError: true };

const transformed = z.object({ code: z.string() });

/** What swc throws: lines count from 1, columns from 0 in columns of a terminal. */
const refusal = z.object({
  code: z.string(),
  message: z.string(),
  startLine: z.int().positive().optional(),
  startColumn: z.int().nonnegative().optional(),
});

/** `newTransform` makes a fresh instance of swc: at first, and again whenever one broke down (deep nesting). */
export function createTypeStripper(newTransform: () => Transform): TypeStripper {
  let transform = newTransform();

  const strip = (source: string): { kind: "stripped"; code: string } | NotCompiled => {
    const unfit = unfitText(source);
    if (unfit !== null) return unfit;
    const text = normalised(source);
    const code = erased(text);
    if (typeof code !== "string") return code;
    const place = findImport(code, (changed) => typeof erased(changed) === "string");
    if (place === null) return { kind: "stripped", code };
    return refused("import", positionAt(code, place.offset), place.text);
  };

  const erased = (text: string): string | NotCompiled => {
    try {
      return transformed.parse(transform(text, options)).code;
    } catch (error) {
      const known = refusal.safeParse(error);
      if (known.success) return explained(known.data, text);
      // A trap or an exhausted stack leaves the instance unusable.
      transform = newTransform();
      return refused("syntax", null, "nested too deeply");
    }
  };

  return { strip };
}

function unfitText(source: string): NotCompiled | null {
  if (source.length > maxSource) return refused("too-large", null, `${source.length} characters`);
  if (source.trim() === "") return refused("empty", null, "");
  const at = source.search(/[\0-\x08\x0e-\x1f\ufffd]/);
  return at === -1 ? null : refused("not-text", positionAt(source, at), "control character");
}

/** Without the byte order mark; a lone CR ends a line, as it does in the language and in editors. */
const normalised = (source: string): string => source.replace(/^\ufeff/, "").replace(/\r(?!\n)/g, "\n");

function explained(error: z.infer<typeof refusal>, text: string): NotCompiled {
  const { startLine: line, startColumn } = error;
  const lineText = line === undefined ? undefined : text.split(/\r?\n/)[line - 1];
  const at =
    line === undefined || startColumn === undefined || lineText === undefined
      ? null
      : { line, column: utf16Column(lineText, startColumn) };
  return refused(error.code === "UnsupportedSyntax" ? "typescript-only" : "syntax", at, error.message);
}

const refused = (reason: NotCompiled["reason"], at: Position | null, detail: string): NotCompiled => ({
  kind: "did-not-compile",
  reason,
  at,
  detail,
});

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
