import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";
import type { Section } from "./figure.ts";

/** Where and when the figures were taken. */
export type Circumstances = {
  readonly date: string;
  readonly quick: boolean;
  readonly machine: readonly string[];
};

export function machine(): string[] {
  const [load = 0] = loadavg();
  return [
    `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores`,
    `${(totalmem() / 1024 ** 3).toFixed(1)} GiB of memory`,
    `${type()} ${release()}`,
    `Node ${process.version}`,
    `load of the machine at the start: ${load.toFixed(1)}`,
  ];
}

/** The whole of `results.md`. */
export function report(sections: readonly Section[], { date, quick, machine: facts }: Circumstances): string {
  const missed = sections.flatMap(({ figures }) => figures.filter(({ goal }) => goal?.met === false));
  return [
    "# Figures",
    "",
    "Written by `npm run bench`; not to be edited. A figure is the median, with the middle half of the samples in",
    "parentheses. Times depend on the machine; ratios are taken within one run and hold better.",
    "",
    ...facts.map((fact) => `- ${fact}`),
    `- ${date}${quick ? ", short run (`--quick`): few samples" : ""}`,
    "",
    missed.length === 0
      ? "Every goal is met."
      : `Missed: ${missed.map(({ name, reached, goal }) => `${name}, ${reached} for ${goal?.text ?? ""}`).join("; ")}.`,
    ...sections.flatMap(sectionLines),
    "",
  ].join("\n");
}

const sectionLines = ({ title, note, figures }: Section): string[] => [
  "",
  `## ${title}`,
  "",
  note,
  "",
  "| figure | reached | goal | |",
  "|---|---|---|---|",
  ...figures.map(
    ({ name, reached, goal }) =>
      `| ${name} | ${reached} | ${goal?.text ?? ""} | ${goal === undefined ? "" : goal.met ? "met" : "**missed**"} |`,
  ),
];
