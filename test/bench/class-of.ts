import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { handInFileName, writeHandIn, type HandedActivity } from "#course/classroom/hand-in.ts";
import { knownActivities } from "#worker/load-activities.ts";
import { loadExercise } from "#worker/load-node.ts";

/** The ten activities of the class that is measured: one of each kind of exercise from chapters 1 to 8. */
const ids = [
  "bytes/read-uint",
  "ipv4/header-length",
  "ipv4/parse-header",
  "ipv4/checksum",
  "ipv4/decrement-ttl",
  "ipv6/parse-header",
  "addresses/parse-ip",
  "addresses/subnet-info",
  "ethernet/parse-frame",
  "routing/lookup",
];

const made = Date.UTC(2027, 0, 20);

/**
 * Writes a lab and the hand-ins of so many students, ten sources each: three in five right, the others a mistake of the
 * exercise's folder. No two sources are the same text, so that nothing is graded from memory. Gives the lab's file.
 */
export async function writeBenchClass(folder: string, students: number): Promise<string> {
  const known = new Map((await knownActivities()).map((one) => [one.id, one]));
  const sources = await Promise.all(ids.map(sourcesOf));
  mkdirSync(folder, { recursive: true });
  for (let student = 0; student < students; student++) {
    const number = String(22_000_000 + student);
    const activities = ids.map((id, at): HandedActivity => {
      const { solution, mistakes } = sources[at] ?? { solution: "", mistakes: [] };
      const right = (student * 7 + at * 3) % 5 < 3;
      const text = right ? solution : (mistakes[(student + at) % mistakes.length] ?? solution);
      return handed(id, known.get(id)?.version ?? "", `${text}\n// ${number}\n`, right);
    });
    const handIn = {
      lab: "tp99",
      student: { name: `ÉTUDIANT ${number}`, number, group: `G${student % 20}` },
      made,
      workbook: "0.1.0",
      activities,
    };
    writeFileSync(join(folder, handInFileName(handIn)), writeHandIn(handIn));
  }
  const lab = join(folder, "..", "tp99.yaml");
  const listed = ids.map((id) => `  - { activity: "${known.get(id)?.number ?? ""}", points: 2 }\n`);
  writeFileSync(lab, `${labHead}${listed.join("")}`);
  return lab;
}

const labHead = `number: tp99
title: Mesure
summary: Une classe à mesurer.
opens: 2027-01-18T08:00+01:00
due: 2027-01-25T20:00+01:00
activities:
`;

async function sourcesOf(id: string): Promise<{ solution: string; mistakes: readonly string[] }> {
  const exercise = await loadExercise(id);
  if (exercise === null) throw new Error(`${id} is not there`);
  const solution = readFileSync(new URL(`../../graders/${id}/solution.ts`, import.meta.url), "utf8");
  return { solution, mistakes: exercise.mistakes.map(({ source }) => source) };
}

function handed(id: string, version: string, text: string, passed: boolean): HandedActivity {
  const head = { format: 1, exercise: id } as const;
  return {
    id,
    version,
    claim: { passed, points: 0, seed: 1 },
    work: {
      exercise: id,
      drafts: [{ ...head, writer: "page-1", revision: 1, seen: {}, text, time: made }],
      earlier: [],
      activity: { ...head, attempts: [], hints: 0, solution: null, kept: null },
    },
  };
}
