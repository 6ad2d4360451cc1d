import { pointsInAll, type Lab } from "#course/classroom/lab.ts";
import { readLab } from "#course/classroom/read-lab.ts";
import { typeset } from "./typeset.ts";
import { versionOf } from "./versions.ts";
import { works, type ListedWork } from "./works-list.ts";

/** An activity of a lab: `points` are the lab's, `most` the workbook's own. */
export type LabWork = ListedWork & { readonly most: number; readonly version: string };

/** A weekly lab with its activities in its order. */
export type LabEntry = {
  readonly lab: Lab;
  /** `TP 3` */
  readonly name: string;
  readonly points: number;
  readonly works: readonly LabWork[];
};

const files = import.meta.glob<string>("/content/labs/*.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** All labs, by their opening. A file that is wrong ends the build, with its lines and what to write. */
export async function labs(): Promise<LabEntry[]> {
  const all = await works();
  const known = all.map(({ number }) => number);
  return Object.entries(files)
    .map(([path, text]) => {
      const read = readLab(text, path.slice(1), known);
      if (!read.ok) throw new Error(read.problems.join("\n"));
      return entryOf(read.lab, all);
    })
    .toSorted((a, b) => a.lab.opens - b.lab.opens);
}

function entryOf(lab: Lab, all: readonly ListedWork[]): LabEntry {
  const own = lab.activities.flatMap(({ activity, points }) =>
    all
      .filter(({ number }) => number === activity)
      .map((work) => ({ ...work, points, most: work.points, version: versionOf(work.id) })),
  );
  return {
    lab: { ...lab, title: typeset(lab.title), summary: typeset(lab.summary) },
    name: lab.number.replace("tp", "TP "),
    points: pointsInAll(lab),
    works: own,
  };
}
