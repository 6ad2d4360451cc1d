import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { FoundFolder } from "./find-folders.ts";
import { numberProblems } from "./numbers.ts";
import { examineAll, type Examined, type PoolOptions } from "./pool.ts";
import type { RuledProblem } from "./report.ts";
import type { TypesJob } from "./types-thread.ts";

/** All that can be said about these folders, in their order. Uses every core; types are checked meanwhile. */
export async function checkFolders(
  root: string,
  folders: readonly FoundFolder[],
  watch: PoolOptions["watch"] = () => undefined,
): Promise<Examined[]> {
  const [reports, types] = await Promise.all([
    examineAll(folders, { size: availableParallelism(), watch }),
    typesOf({
      folders,
      config: join(root, "graders/tsconfig.json"),
      vocabulary: join(root, "src/course/exercise/vocabulary.d.ts"),
    }),
  ]);
  const numbers = numberProblems(reports);
  return reports.map((report) => ({
    ...report,
    problems: [...report.problems, ...(types.get(report.id) ?? []), ...(numbers.get(report.id) ?? [])],
  }));
}

function typesOf(job: TypesJob): Promise<Map<string, RuledProblem[]>> {
  const worker = new Worker(new URL("./types-thread.ts", import.meta.url), { workerData: job });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
