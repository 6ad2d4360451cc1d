import { fromHex } from "../../net/bytes/hex.ts";
import { fr } from "./fr/index.ts";
import type { Strings } from "./strings.ts";
import { hexGroups } from "./value-text.ts";
import type { CallsView, CaseView, StagesView, DifferenceView, ValueView, VerdictView } from "./view.ts";
import { wrap } from "./wrap.ts";

export type TextOptions = {
  /** In columns. */
  readonly width: number;
  readonly colour: boolean;
};

type Paint = (style: keyof typeof codes, text: string) => string;

const codes = { right: "32", wrong: "31", attention: "33", strong: "1", quiet: "2" };

/** A verdict as plain text: the same sentences as the page, in the same order. No final line break. */
export function verdictText(
  view: VerdictView,
  { width, colour }: TextOptions,
  strings: Strings = fr,
): string {
  const paint: Paint = (style, text) =>
    colour && text !== "" ? `\u001b[${codes[style]}m${text}\u001b[0m` : text;
  const sign = `${strings.terminal.signs[view.tone]} `;
  const [first = "", ...rest] = wrap(visible(view.headline), width - 2);
  const headline = [sign + first, ...rest.map((line) => `  ${line}`)].map((line) =>
    paint("strong", paint(view.tone, line)),
  );
  const said = [
    ...(view.mistake === null
      ? []
      : [...(view.mistake.title === null ? [] : [view.mistake.title]), view.mistake.message]),
    ...view.advice,
  ].flatMap((text) => indented(text, 2, width));
  const blocks = [
    [...headline, ...said],
    view.stages === null ? [] : stageLines(view.stages, width, strings),
    view.case === null ? [] : caseLines(view.case, width, paint),
    view.printed === null
      ? []
      : [
          `  ${strings.terminal.printed}`,
          ...indented(view.printed.text.replace(/\n$/, ""), 4, width),
          ...(view.printed.cutNote === null ? [] : indented(view.printed.cutNote, 4, width)),
        ],
    indented(view.footer, 2, width).map((line) => paint("quiet", line)),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function stageLines({ list, total }: StagesView, width: number, { terminal }: Strings): readonly string[] {
  return [
    ...list.flatMap(({ outcome, text, result }) => {
      const [first = "", ...rest] = wrap(visible(`${text} (${result})`), width - 4);
      return [`  ${terminal.stageSigns[outcome]} ${first}`, ...rest.map((line) => `    ${line}`)];
    }),
    ...indented(total, 2, width),
  ];
}

function caseLines(view: CaseView, width: number, paint: Paint): readonly string[] {
  const values = [...view.inputs, ...answers(view)];
  const column = Math.max(...values.map(({ label }) => label.length)) + 2;
  return [
    ...indented(view.title, 2, width).map((line) => paint("strong", line)),
    ...values.flatMap((value) => valueLines(value, column, width)),
    ...(view.difference === null ? [] : differenceLines(view.difference, view, width, paint)),
    ...(view.calls === null ? [] : callLines(view.calls, width)),
    ...view.notes.flatMap((note) => indented(note, 2, width)),
  ];
}

const callLines = ({ title, lines, more }: CallsView, width: number): readonly string[] => [
  ...indented(title, 2, width),
  ...lines.flatMap((line) => indented(line, 4, width)),
  ...(more === null ? [] : indented(more, 4, width)),
];

/** Expected and actual; of two long texts that match line by line, the lines that differ and what stands around. */
function answers({ expected, actual }: CaseView): readonly ValueView[] {
  if (actual === null) return [expected];
  const [a, b] = [expected.text.split("\n"), actual.text.split("\n")];
  if (a.length !== b.length || a.length < 8) return [expected, actual];
  const kept = a.map((line, i) => line !== b[i] || /^\s*[\w"]*:? ?[[{]$|^\s*[\]}],?$/.test(line));
  const shorten = ({ label }: ValueView, lines: readonly string[]): ValueView => ({
    label,
    text: lines
      .flatMap((line, i) =>
        kept[i] === true ? [line] : kept[i - 1] === true ? [line.replace(/\S.*/, "…")] : [],
      )
      .join("\n"),
  });
  return [shorten(expected, a), shorten(actual, b)];
}

/** The label, then the value beside it; a message to draw is given as offset and hex. */
function valueLines({ label, text, bytes }: ValueView, column: number, width: number): readonly string[] {
  const drawn = bytes !== undefined && bytes.layout !== null && bytes.hex === plainHex(text);
  const lines = drawn ? hexRows(bytes.hex) : text.split("\n");
  return lines
    .flatMap((line) => wrapValue(visible(line), width - 4 - column))
    .map((line, i) => `    ${(i === 0 ? label : "").padEnd(column)}${line}`);
}

const plainHex = (text: string): string => text.replace(/\s/g, "");

function hexRows(hex: string): readonly string[] {
  const bytes = fromHex(hex) ?? new Uint8Array();
  const rows = Array.from({ length: Math.ceil(bytes.length / 16) }, (_, i) => i * 16);
  return rows.map((at) => `${String(at).padStart(4)}  ${hexGroups(bytes.subarray(at, at + 16))}`);
}

function differenceLines(
  { sentence, binary }: DifferenceView,
  { expected, actual }: CaseView,
  width: number,
  paint: Paint,
): readonly string[] {
  const lines = indented(sentence, 2, width);
  if (binary === null || actual === null) return lines;
  const column = Math.max(expected.label.length, actual.label.length) + 2;
  const marks = Array.from(binary.expected, (bit, i) => (bit === binary.actual.charAt(i) ? " " : "^")).join(
    "",
  );
  return [
    ...lines,
    `    ${expected.label.padEnd(column)}${binary.expected}`,
    `    ${actual.label.padEnd(column)}${binary.actual}`,
    `    ${"".padEnd(column)}${paint("wrong", marks.trimEnd())}`,
  ];
}

const indented = (text: string, by: number, width: number): readonly string[] =>
  wrap(visible(text), width - by).map((line) => " ".repeat(by) + line);

/** Code keeps its own indentation when it is too long for a line. */
function wrapValue(line: string, width: number): readonly string[] {
  const indent = /^ */.exec(line)?.[0] ?? "";
  return wrap(line.trimStart(), Math.max(20, width - indent.length)).map((part) => indent + part);
}

/** A learner's text cannot drive the terminal: control and direction characters become visible. */
const visible = (text: string): string =>
  text
    .replaceAll("\t", "    ")
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
