import type { Problem } from "./graded.ts";

/** So many of one student's files that are no hand-ins are named. */
const named = 10;

/**
 * Of the files of one student that are no hand-ins, the first ones, then one row for all others with their number: who
 * hands in a project with its libraries sends forty thousand, and every other row would be lost among them. Folding
 * what is folded changes nothing.
 */
export function foldStrangers(problems: readonly Problem[]): readonly Problem[] {
  const counts = new Map<string, number>();
  const kept = problems.filter((problem) => {
    const owner = ownerOf(problem);
    if (owner === null) return true;
    const count = (counts.get(owner) ?? 0) + 1;
    counts.set(owner, count);
    return count <= named;
  });
  const folded = [...counts].flatMap(([owner, count]): Problem[] =>
    count <= named
      ? []
      : [{ path: `${owner}/…`, number: "", code: "not-ours", activity: "", detail: String(count - named) }],
  );
  return [...kept, ...folded];
}

/**
 * Where one student's files lie: what Moodle begins their paths with (`…/DUPONT Jean_1234_assignsubmission_file_`),
 * else their zip, else the folder; null for what is not folded.
 */
function ownerOf({ code, path, detail }: Problem): string | null {
  if (code !== "not-ours" || detail !== "") return null;
  return /^.*_assignsubmission_file_|^.*\.zip(?=\/)|^[^/]+(?=\/)/i.exec(path)?.[0] ?? null;
}
