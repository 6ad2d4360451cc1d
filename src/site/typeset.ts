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
  lesson: typeset(statement.lesson),
});

const mapValues = <From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
