import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { FoundFolder } from "./find-folders.ts";
import { numberProblems } from "./numbers.ts";
import { examineAll, type Examined, type PoolOptions } from "./pool.ts";
import { typeProblems } from "./types.ts";

/** All that can be said about these folders, in their order. Uses every core; types are checked meanwhile. */
export async function checkFolders(
  root: string,
  folders: readonly FoundFolder[],
  watch: PoolOptions["watch"] = () => undefined,
): Promise<Examined[]> {
  const examining = examineAll(folders, { size: availableParallelism(), watch });
  // Let the threads start before this one is busy with types.
  await new Promise((resolve) => setImmediate(resolve));
  const types = typeProblems(
    folders,
    join(root, "graders/tsconfig.json"),
    join(root, "src/course/exercise/vocabulary.d.ts"),
  );
  const reports = await examining;
  const numbers = numberProblems(reports);
  return reports.map((report) => ({
    ...report,
    problems: [...report.problems, ...(types.get(report.id) ?? []), ...(numbers.get(report.id) ?? [])],
  }));
}
