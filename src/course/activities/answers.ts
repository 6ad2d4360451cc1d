import { z } from "zod";

/** What was chosen (names, in the order of the activity) or typed, for one item of a part. */
const given = z.strictObject({
  value: z.array(z.string()),
  /** The learner asked whether it is right. */
  checked: z.boolean(),
});

/** The answers to one activity: part, item, answer. The same form in the browser's records and in a file. */
export const answersSchema = z.strictObject({
  format: z.literal(1),
  parts: z.record(z.string(), z.record(z.string(), given)),
});

export type Answers = z.infer<typeof answersSchema>;
export type Given = z.infer<typeof given>;

export const noAnswers: Answers = { format: 1, parts: {} };

export const answerTo = (answers: Answers, part: string, item: string): Given | null =>
  answers.parts[part]?.[item] ?? null;

export const withAnswer = (answers: Answers, part: string, item: string, answer: Given): Answers => ({
  ...answers,
  parts: { ...answers.parts, [part]: { ...answers.parts[part], [item]: answer } },
});

/** Only the answers that the learner had checked. */
export const checkedOnly = ({ format, parts }: Answers): Answers => ({
  format,
  parts: Object.fromEntries(
    Object.entries(parts).map(([part, items]) => [
      part,
      Object.fromEntries(Object.entries(items).filter(([, { checked }]) => checked)),
    ]),
  ),
});

/** Answers as text of a draft, and back; null for text that is none. */
export const writeAnswers = (answers: Answers): string => JSON.stringify(answers);

export function readAnswers(text: string): Answers | null {
  try {
    const parsed = answersSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
