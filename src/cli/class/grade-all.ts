import { gradeHandIn } from "#course/classroom/grading/grade-hand-in.ts";
import type { Marking } from "#course/classroom/grading/gradable.ts";
import type { Chosen } from "#course/classroom/intake/choose.ts";
import { readFound } from "#course/classroom/intake/receipt.ts";
import { unpack, type Found, type OfferedFile } from "#course/classroom/intake/unpack.ts";
import type { Copies } from "./copies.ts";
import { inLanes } from "#course/classroom/grading/in-lanes.ts";

/** A hand-in to be graded, and the key of its result. */
export type Order = { readonly chosen: Chosen; readonly key: string };

export type GradeAll = {
  /** As they were offered the first time: the texts are read again, one hand-in after the other. */
  readonly offered: Iterable<OfferedFile>;
  /** By path. */
  readonly orders: ReadonlyMap<string, Order>;
  readonly marking: Marking;
  readonly copies: Pick<Copies, "append">;
  /** How many hand-ins are open at a time. */
  readonly lanes: number;
  readonly graded: () => void;
};

/** Grades what is ordered; each result is written as soon as it is there. */
export async function gradeAll({ offered, orders, marking, copies, lanes, graded }: GradeAll): Promise<void> {
  if (orders.size === 0) return;
  await inLanes(ordered(offered, orders), lanes, async ({ found, order }) => {
    const { receipt, others } = order.chosen;
    const read = readFound(found);
    if (!read.ok) throw new Error(`${receipt.path} has changed since it was read`);
    const { handIn, problems } = await gradeHandIn(read.handIn, { path: receipt.path, others }, marking);
    copies.append({ key: order.key, handIn, problems: [...problems] });
    graded();
  });
}

function* ordered(
  offered: Iterable<OfferedFile>,
  orders: ReadonlyMap<string, Order>,
): Generator<{ readonly found: Found; readonly order: Order }> {
  for (const found of unpack(offered)) {
    const order = found.kind === "file" ? orders.get(found.path) : undefined;
    if (order !== undefined) yield { found, order };
  }
}
