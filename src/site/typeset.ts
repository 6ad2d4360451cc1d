import { frenchSpaces } from "#course/feedback/fr/typography.ts";
import type { Statement } from "#course/exercise/statement.ts";

/** French typography for a text from a front matter or an attribute, as the chapters' own text gets it from MDX. */
export const typeset = (text: string): string =>
  frenchSpaces(text)
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll("'", "’")))
    .join("");

/** A statement's front matter with its sentences set. */
export const typesetStatement = (statement: Statement): Statement => ({
  title: typeset(statement.title),
  summary: typeset(statement.summary),
  hints: statement.hints.map(typeset),
  mistakes: mapValues(statement.mistakes, ({ title, message }) => ({
    title: typeset(title),
    message: typeset(message),
  })),
  cases: mapValues(statement.cases, typeset),
  ...(statement.stages === undefined ? {} : { stages: mapValues(statement.stages, typeset) }),
  lesson: typeset(statement.lesson),
});

/** Data with every text set but those under the keys that hold names, listings and numbers. */
export function typesetTexts<T>(value: T, key?: string): T;
export function typesetTexts(value: unknown, key = ""): unknown {
  if (typeof value === "string") return verbatim.has(key) ? value : typeset(value);
  if (Array.isArray(value)) return value.map((one) => typesetTexts<unknown>(one, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, typesetTexts<unknown>(one, name)]),
  );
}

const verbatim: ReadonlySet<string> = new Set([
  ...["id", "kind", "number", "right", "first", "then", "ends", "lit", "side", "node", "given"],
  ...["network", "taken", "listing", "cells"],
]);

const mapValues = <From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
