import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { remembering } from "#course/classroom/grading/remember.ts";
import { orderProblems } from "#course/classroom/order-problems.ts";
import { spawnNodeWorkerWith } from "#worker/client-node.ts";
import { compileEngine } from "#worker/engine-node.ts";
import { createGradingPool, type GradingPool } from "#worker/pool.ts";
import { UsageError } from "../grade/usage-error.ts";
import type { GradeCommand } from "./arguments.ts";
import { classFile, copiesFile, pageFolder, writeClassFile } from "./class-file.ts";
import { openCopies } from "./copies.ts";
import { gradeAll } from "./grade-all.ts";
import { lockFolder } from "./lock-folder.ts";
import { offeredFiles } from "./offered-files.ts";
import { prepare, type Prepared } from "./prepare.ts";
import { openPrivateFolder, type PrivateFolder } from "./private-folder.ts";
import { progressOn } from "./progress.ts";
import { report, type Outcome } from "./report.ts";
import { sentences } from "./sentences.fr.ts";

/** What the engine cannot interrupt is ended after so much time, in ms: long, since a full machine is slow. */
const backstopMs = 30_000;

/** Grades a class, or a part of it, into a folder; goes on where an earlier run stopped. Throws UsageError. */
export async function gradeClass(
  command: GradeCommand,
  screen: Parameters<typeof progressOn>[0],
): Promise<Outcome> {
  const own = command.private === undefined ? null : await openPrivateFolder(command.private);
  const prepared = await prepare(command, own);
  const out = command.out ?? sentences.defaultOut(prepared.lab.number);
  checkApart(command.paths, out);
  if (prepared.orders.length + prepared.problems.length === 0 && command.shard === null)
    throw new UsageError(sentences.nothingFound(0));
  const unlock = openResults(out);
  try {
    return await gradeInto(out, prepared, own, command, screen);
  } finally {
    unlock();
  }
}

async function gradeInto(
  out: string,
  prepared: Prepared,
  own: PrivateFolder | null,
  command: GradeCommand,
  screen: Parameters<typeof progressOn>[0],
): Promise<Outcome> {
  rmSync(join(out, classFile), { force: true });
  const copies = openCopies(join(out, copiesFile));
  const open = prepared.orders.filter(({ key }) => !copies.has(key));
  if (open.length > 0) {
    const pool = await openPool(Math.min(command.jobs, open.length), own);
    const progress = progressOn(screen, open.length, () => performance.now());
    try {
      await gradeAll({
        offered: offeredFiles(command.paths),
        orders: new Map(open.map((order) => [order.chosen.receipt.path, order])),
        marking: { ...prepared, grade: remembering((request) => pool.grade(request)) },
        copies,
        lanes: command.jobs + 1, // one is read and written while the others are graded
        graded: progress.step,
      });
    } finally {
      progress.done();
      pool.close();
    }
  }
  copies.finish(prepared.orders.map(({ key }) => key));
  writeClassFile(out, contentsOf(prepared, command));
  return report(out, own, prepared.orders.length - open.length);
}

/** Makes and locks the folder of results; gives what unlocks it. Throws UsageError where nothing can be written. */
function openResults(out: string): () => void {
  try {
    mkdirSync(out, { recursive: true });
    return lockFolder(out);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(sentences.cannotWrite(out, error instanceof Error ? error.message : ""));
  }
}

/** Results among the hand-ins would be taken for hand-ins the next time. Throws UsageError. */
function checkApart(paths: readonly string[], out: string): void {
  const taken = [resolve(out), resolve(out, pageFolder)];
  const mixed = paths.find((path) => taken.includes(resolve(path)));
  if (mixed !== undefined) throw new UsageError(sentences.resultsAmongHandIns(mixed));
}

const openPool = async (size: number, own: PrivateFolder | null): Promise<GradingPool> =>
  createGradingPool(
    spawnNodeWorkerWith({
      modules: await compileEngine(),
      ...(own === null ? {} : { privateFolder: own.path }),
    }),
    size,
    { backstopMs },
  );

const contentsOf = (
  { lab, seed, activities, basis, problems }: Prepared,
  { shard }: GradeCommand,
): Parameters<typeof writeClassFile>[1] => ({
  lab: { number: lab.number, title: lab.title, due: lab.due },
  seed,
  activities: activities.map(({ number, id, title, points }) => ({ number, id, title, points })),
  basis,
  shard: shard === null ? null : { ...shard },
  problems: [...orderProblems(problems)],
});
