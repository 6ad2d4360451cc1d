import type { Problem } from "#course/classroom/graded.ts";
import type { Marking } from "#course/classroom/grading/gradable.ts";
import { choose, numberKey } from "#course/classroom/intake/choose.ts";
import { labNamed } from "#course/classroom/intake/lab-named.ts";
import type { Lab } from "#course/classroom/lab.ts";
import { UsageError } from "../grade/usage-error.ts";
import type { GradeCommand } from "./arguments.ts";
import { basisOf } from "./basis.ts";
import type { Order } from "./grade-all.ts";
import { copyKey, inShard } from "./key.ts";
import { knownWith } from "./known.ts";
import { loadActivities } from "./lab-activities.ts";
import { loadLab } from "./lab-file.ts";
import { offeredFiles } from "./offered-files.ts";
import type { PrivateFolder } from "./private-folder.ts";
import { receive, type Received } from "./receive.ts";
import { sentences } from "./sentences.fr.ts";

/** What is to be graded, and by what, before anything is. */
export type Prepared = Omit<Marking, "grade" | "lab"> & {
  readonly lab: Lab;
  /** See `basisOf`. */
  readonly basis: string;
  /** One a student, in the order of the tables. */
  readonly orders: readonly Order[];
  /** Of the files, in no order. */
  readonly problems: readonly Problem[];
};

/** Reads all files once, finds the lab, and chooses what counts. Throws UsageError. */
export async function prepare(command: GradeCommand, own: PrivateFolder | null): Promise<Prepared> {
  const { seed, shard } = command;
  const known = await knownWith(own);
  const received = receive(offeredFiles(command.paths));
  const numbers = known.map(({ number }) => number);
  const lab = loadLab(command.lab ?? commonLab(received), numbers);
  const activities = await loadActivities(lab, known, own);
  const basis = basisOf({ lab, seed, activities }, own);
  const { chosen, problems } = choose(received.receipts, lab.number);
  const mine = chosen.filter(({ receipt }) => shard === null || inShard(numberKey(receipt.student), shard));
  const orders = mine.map((one): Order => {
    const content = received.contents.get(one.receipt.path) ?? "";
    return { chosen: one, key: copyKey(one, content, basis) };
  });
  return { lab, seed, activities, basis, orders, problems: [...received.problems, ...problems] };
}

/** The lab that all hand-ins name. Throws UsageError where they do not agree. */
function commonLab({ receipts, problems }: Received): string {
  const named = labNamed(receipts);
  if (named.ok) return named.lab;
  throw new UsageError(
    named.labs.length === 0 ? sentences.nothingFound(problems.length) : sentences.severalLabs(named.labs),
  );
}
