import type { Folder } from "./folder.ts";
import { readFolder } from "./read-folder.ts";
import type { Read } from "./read-parts.ts";
import type { FolderReport } from "./report.ts";
import { stepKey, type Figures, type Finding, type Rule, type Services } from "./rule.ts";
import { rules as allRules } from "./rules.ts";

const noFigures: Figures = { cases: 0, mistakes: 0, caught: 0, mutants: 0, refused: 0, equivalent: 0 };

/** Reads a folder and holds every rule against it. */
export async function examine(directory: string, id: string, services: Services): Promise<FolderReport> {
  let read: Read<Folder> = { ok: false, problems: [] };
  const finding = await guarded("files", services, async ({ step }) => {
    step({ rule: "files", done: 0, of: 1 });
    read = await readFolder(directory, id);
    return { problems: read.ok ? [] : read.problems };
  });
  return read.ok ? examineFolder(read.value, services) : reportOf(id, null, [["files", finding]]);
}

/** Holds rules against a folder that has been read. */
export async function examineFolder(
  folder: Folder,
  services: Services,
  rules: readonly Rule[] = allRules,
): Promise<FolderReport> {
  const findings: [string, Finding][] = [];
  for (const rule of rules) {
    findings.push([
      rule.name,
      await guarded(rule.name, services, (watched) => rule.examine(folder, watched)),
    ]);
  }
  return reportOf(folder.id, folder.exercise.number, findings);
}

const reportOf = (
  id: string,
  number: string | null,
  findings: readonly [string, Finding][],
): FolderReport => ({
  id,
  number,
  figures: findings.reduce((sum, [, { figures }]) => ({ ...sum, ...figures }), noFigures),
  problems: findings.flatMap(([rule, { problems }]) => problems.map((problem) => ({ rule, problem }))),
});

/** What a rule runs into that takes a step which hung before, and has no answer of its own to it. */
class NeverEnded extends Error {}

/** A rule that throws is a fault of ours, and reported as one. */
async function guarded(
  name: string,
  services: Services,
  look: (watched: Services) => Finding | Promise<Finding>,
): Promise<Finding> {
  try {
    return await look({
      ...services,
      step(step) {
        if (services.hung.has(stepKey(step))) throw new NeverEnded(stepKey(step));
        services.step(step);
      },
    });
  } catch (error) {
    if (error instanceof NeverEnded) return { problems: [{ code: "never-ended", during: name }] };
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { problems: [{ code: "grader-failed", file: name, detail }] };
  }
}
