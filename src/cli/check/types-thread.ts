import { parentPort, workerData } from "node:worker_threads";
import { typeProblems } from "./types.ts";

/** What `typeProblems` takes. */
export type TypesJob = {
  readonly folders: Parameters<typeof typeProblems>[0];
  readonly config: string;
  readonly vocabulary: string;
};

/** The thread in which types are checked: the main one stays free to hand out folders. */
const { folders, config, vocabulary } = workerData as TypesJob;
parentPort?.postMessage(typeProblems(folders, config, vocabulary));
