import { parseArgs } from "node:util";
import type { Student } from "#course/classroom/hand-in.ts";
import { UsageError } from "../grade/usage-error.ts";
import { readStudent } from "./student.ts";
import { sentences } from "./sentences.fr.ts";

export type Command =
  | { readonly kind: "help" }
  | {
      readonly kind: "watch";
      readonly folder: string;
      /** Evaluate what has changed, then end. */
      readonly once: boolean;
      /** Chapters (`02`) and exercises (`02.1`, `ipv4/checksum`) to work on; none: all. */
      readonly only: readonly string[];
      /** The lab whose exercises to work on. */
      readonly lab: string | undefined;
    }
  | {
      readonly kind: "hand-in";
      readonly folder: string;
      /** `tp3` */
      readonly lab: string;
      readonly student: Student;
    }
  | {
      readonly kind: "open";
      readonly folder: string;
      /** A hand-in or an export of « Mes travaux », to be brought into the folder. */
      readonly file: string;
    };

/** Reads the command line (without `node` and the script). Throws UsageError. */
export function readArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help === true) return { kind: "help" };
  const [folder, extra] = positionals;
  if (folder === undefined || folder === "") throw new UsageError(sentences.missingFolder);
  if (extra !== undefined) throw new UsageError(sentences.tooManyArguments(extra));
  const { rendre } = values;
  if (rendre !== undefined) return { kind: "hand-in", folder, lab: rendre, student: readStudent(values) };
  if (values.ouvrir !== undefined) return { kind: "open", folder, file: values.ouvrir };
  return { kind: "watch", folder, once: values.once ?? false, only: values.only ?? [], lab: values.lab };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        once: { type: "boolean" },
        only: { type: "string", multiple: true },
        lab: { type: "string" },
        rendre: { type: "string" },
        nom: { type: "string" },
        numero: { type: "string" },
        groupe: { type: "string" },
        ouvrir: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    const option = error instanceof Error ? /^Unknown option '(.+?)'/.exec(error.message)?.[1] : undefined;
    throw new UsageError(option === undefined ? sentences.badArguments : sentences.unknownOption(option));
  }
}
