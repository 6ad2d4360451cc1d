import type { Folder } from "./folder.ts";
import type { Problem } from "./problem.ts";
import { readFolder } from "./read-folder.ts";
import type { Read } from "./read-parts.ts";
import type { FolderReport } from "./report.ts";
import { stepKey, type Figures, type Finding, type Rule, type Services } from "./rule.ts";
import { rules as allRules } from "./rules.ts";

const noFigures: Figures = { cases: 0, mistakes: 0, caught: 0, mutants: 0, refused: 0, equivalent: 0 };

/** Reads a folder and holds every rule against it. */
export async function examine(directory: string, id: string, services: Services): Promise<FolderReport> {
  const read = await guarded<Read<Folder>>(
    "files",
    services,
    ({ step }) => {
      step({ rule: "files", done: 0, of: 1 });
      return readFolder(directory, id);
    },
    (problem) => ({ ok: false, problems: [problem] }),
  );
  return read.ok ? examineFolder(read.value, services) : reportOf(id, null, [["files", read]]);
}

/** Holds rules against a folder that has been read. */
export async function examineFolder(
  folder: Folder,
  services: Services,
  rules: readonly Rule[] = allRules,
): Promise<FolderReport> {
  const findings: [string, Finding][] = [];
  for (const rule of rules) {
    const finding = await guarded<Finding>(
      rule.name,
      services,
      (watched) => rule.examine(folder, watched),
      (problem) => ({ problems: [problem] }),
    );
    findings.push([rule.name, finding]);
    if (rule.decisive === true && finding.problems.length > 0) break;
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

/** Looks under the eye of the watchdog. A rule that throws is a fault of ours, and a problem like others. */
async function guarded<T>(
  name: string,
  services: Services,
  look: (watched: Services) => T | Promise<T>,
  failed: (problem: Problem) => T,
): Promise<T> {
  try {
    return await look({
      ...services,
      step(step) {
        if (services.hung.has(stepKey(step))) throw new NeverEnded(stepKey(step));
        services.step(step);
      },
    });
  } catch (error) {
    if (error instanceof NeverEnded) return failed({ code: "never-ended", during: name });
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return failed({ code: "grader-failed", file: name, detail });
  }
}
