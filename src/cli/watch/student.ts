import { studentSchema, type Student } from "#course/classroom/hand-in.ts";
import { UsageError } from "../grade/usage-error.ts";
import { sentences } from "./sentences.fr.ts";

type Given = { readonly nom?: string; readonly numero?: string; readonly groupe?: string };

/** Who hands in, as given on the command line. Throws UsageError that says which option to mend. */
export function readStudent(given: Given): Student {
  const { nom, numero, groupe = "" } = given;
  if (nom === undefined || numero === undefined) throw new UsageError(sentences.whoHandsIn);
  const student = studentSchema.safeParse({ name: nom, number: numero, group: groupe });
  if (student.success) return student.data;
  const option = { name: "--nom", number: "--numero", group: "--groupe" }[
    String(student.error.issues[0]?.path[0])
  ];
  throw new UsageError(sentences.badStudent(option ?? "--nom"));
}
