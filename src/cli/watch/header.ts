import { wrap } from "#course/feedback/wrap.ts";

/** Where `npm start` serves the workbook. */
const site = "http://localhost:4321";
const columns = 96;

export type HeaderFacts = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** What one writes, and what the function receives and gives back: some sentences. */
  readonly task: string;
};

/** The comment that opens a student's file: number and title, the task, the page's address. */
export function headerOf({ id, number, title, task }: HeaderFacts): string {
  const lines = [
    `${number}  ${title.replaceAll("’", "'")}`,
    "",
    ...wrapped(task),
    "",
    "Énoncé entier, figures et indices (après « npm start ») :",
    `${site}/exercices/${id}/`,
  ];
  const comment = lines.map((line) => ` * ${line.replaceAll("*/", "* /")}`.trimEnd()).join("\n");
  return `/*\n${comment}\n */\n\n`;
}

/** Straight apostrophes and plain spaces, as in code; but no line begins with a sign or inside a number. */
const wrapped = (text: string): readonly string[] =>
  wrap(text.replaceAll("’", "'").replace(/ (?=[:;!?»]|\d{3}\b)|(?<=«) /g, "\u00a0"), columns).map((line) =>
    line.replaceAll("\u00a0", " "),
  );

/** A header of ours, whichever version of the workbook wrote it. */
const header = /^\/\*\n \* \d\d\.\d+ [\s\S]*?\*\/\n*/;

/** The text as the workbook keeps it: without the opening comment, lines ended by LF. */
export const withoutHeader = (text: string): string =>
  text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n/g, "\n")
    .replace(header, "");
