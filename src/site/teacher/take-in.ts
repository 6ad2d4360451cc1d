import type { Problem } from "#course/classroom/graded.ts";
import type { HandIn } from "#course/classroom/hand-in.ts";
import { choose, type Chosen } from "#course/classroom/intake/choose.ts";
import { labNamed } from "#course/classroom/intake/lab-named.ts";
import { readFound, type Receipt } from "#course/classroom/intake/receipt.ts";
import { unpack, type OfferedFile } from "#course/classroom/intake/unpack.ts";
import type { Lab } from "#course/classroom/lab.ts";
import { readLab } from "#course/classroom/read-lab.ts";
import type { TeacherData } from "./data.ts";
import { words } from "./words.ts";

/** As many as a page grades: above, the command line goes on where it stopped and needs less memory. */
export const mostFiles = 200;

export type TakenIn = {
  readonly lab: Lab;
  /** One a student, in the order of the tables, with what is graded. */
  readonly orders: readonly { readonly chosen: Chosen; readonly handIn: HandIn }[];
  readonly problems: readonly Problem[];
};

export type TakeIn =
  { readonly ok: true; readonly taken: TakenIn } | { readonly ok: false; readonly sentence: string };

/**
 * Reads the files, finds the lab and chooses what counts. `labName` is the teacher's choice; empty: the lab that the
 * hand-ins name. A lab file among the files (`tp9.yaml`) is the lab.
 */
export function takeIn(offered: readonly OfferedFile[], labName: string, data: TeacherData): TakeIn {
  const fresh = withoutResults(offered);
  const [own] = fresh.filter(({ path }) => isLab(path));
  const receipts: Receipt[] = [];
  const handIns = new Map<string, HandIn>();
  const problems: Problem[] = [];
  for (const found of unpack(fresh.filter(({ path }) => !isLab(path)))) {
    const read = readFound(found);
    if (!read.ok) problems.push(read.problem);
    else {
      receipts.push(read.receipt);
      handIns.set(read.receipt.path, read.handIn);
    }
    if (receipts.length > mostFiles) return { ok: false, sentence: words.tooMany(mostFiles) };
  }
  const lab = own === undefined ? workbookLab(labName, receipts, data) : ownLab(own, data);
  if (!lab.ok) return lab;
  const choice = choose(receipts, lab.lab.number);
  const orders = choice.chosen.flatMap((chosen) => {
    const handIn = handIns.get(chosen.receipt.path);
    return handIn === undefined ? [] : [{ chosen, handIn }];
  });
  return { ok: true, taken: { lab: lab.lab, orders, problems: [...problems, ...choice.problems] } };
}

/** Folders that the command line wrote may lie beside the hand-ins; it leaves them out too. */
function withoutResults(offered: readonly OfferedFile[]): readonly OfferedFile[] {
  const results = offered.flatMap(({ path }) => /^(|.*\/)copies\.ndjson$/.exec(path)?.[1] ?? []);
  return offered.filter(({ path }) => !results.some((folder) => path.startsWith(folder)));
}

const isLab = (path: string): boolean => /(^|\/)tp\d+\.ya?ml$/.test(path);

type FoundLab = { readonly ok: true; readonly lab: Lab } | { readonly ok: false; readonly sentence: string };

function workbookLab(name: string, receipts: readonly Receipt[], data: TeacherData): FoundLab {
  const named = labNamed(receipts);
  if (name === "" && !named.ok)
    return { ok: false, sentence: named.labs.length === 0 ? words.nothing : words.severalLabs(named.labs) };
  const number = name === "" && named.ok ? named.lab : name;
  const found = data.labs.find((lab) => lab.name === number);
  return found === undefined
    ? { ok: false, sentence: words.unknownLab(number) }
    : labFrom(found.text, `${number}.yaml`, data);
}

const ownLab = ({ path, read }: OfferedFile, data: TeacherData): FoundLab =>
  labFrom(new TextDecoder().decode(read()), path, data);

function labFrom(text: string, file: string, { known }: TeacherData): FoundLab {
  const read = readLab(
    text,
    file,
    known.map(({ number }) => number),
  );
  return read.ok ? read : { ok: false, sentence: read.problems.join(" ") };
}
