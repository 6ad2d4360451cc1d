import { byName } from "./names.ts";
import type { Receipt } from "./receipt.ts";

/** The lab that all hand-ins name; else the labs that they name, commonest first, for a person to choose. */
export type LabNamed =
  { readonly ok: true; readonly lab: string } | { readonly ok: false; readonly labs: readonly string[] };

export function labNamed(receipts: readonly Pick<Receipt, "lab">[]): LabNamed {
  const groups = [...Map.groupBy(receipts, ({ lab }) => lab)];
  const labs = groups
    .toSorted(([a, of], [b, than]) => than.length - of.length || byName(a, b))
    .map(([lab]) => lab);
  const [lab] = labs;
  return lab !== undefined && labs.length === 1 ? { ok: true, lab } : { ok: false, labs };
}
