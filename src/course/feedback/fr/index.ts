import type { Strings } from "../strings.ts";
import { cases } from "./cases.ts";
import { fields } from "./fields.ts";
import { mistakes } from "./mistakes.ts";
import { rejected } from "./rejected.ts";
import { runtime } from "./runtime.ts";
import { stages } from "./stages.ts";
import { syntax } from "./syntax.ts";
import { terminal } from "./terminal.ts";
import { frenchSpaces } from "./typography.ts";
import { values } from "./values.ts";
import { verdict } from "./verdict.ts";
import { wrong } from "./wrong.ts";

export const fr: Strings = {
  typeset: frenchSpaces,
  verdict,
  wrong,
  rejected,
  syntax,
  runtime,
  mistakes,
  cases,
  stages,
  values,
  terminal,
  fields,
};
