import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { writeBenchClass } from "./class-of.ts";
import type { Effort, Section } from "./figure.ts";
import { write } from "./statistics.ts";

const command = new URL("../../src/cli/class.ts", import.meta.url).pathname;
const activities = 10;

/** At its end the process says its largest resident memory (KiB) and its time on all cores (µs), as its last line. */
const sayUsage =
  "data:text/javascript,process.on('exit',()=>{const{maxRSS:m,userCPUTime:u,systemCPUTime:s}=process.resourceUsage();" +
  "process.stderr.write(`\\n${m} ${u+s}`)})";

/** Wall time and time on all cores, in seconds; largest resident memory, in MiB. */
type Run = { readonly seconds: number; readonly cpu: number; readonly peak: number };

/** Grades a made-up class with the command, once: from its start to its last table. */
async function gradeOnce(folder: string, lab: string, jobs: number): Promise<Run> {
  const out = join(folder, "..", `notes-${jobs}`);
  const args = [
    "--import",
    sayUsage,
    command,
    "grade",
    folder,
    "--lab",
    lab,
    "--out",
    out,
    "--jobs",
    String(jobs),
  ];
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`class grade ended with ${code}: ${said.slice(0, 500)}`);
  const [memory = 0, time = 0] = said.trim().split("\n").at(-1)?.split(" ").map(Number) ?? [];
  return { seconds: (performance.now() - start) / 1000, cpu: time / 1_000_000, peak: memory / 1024 };
}

/** A class graded by the command: submissions a second a core, and memory from a small class to a large one. */
export async function classFigures({ quick }: Effort): Promise<Section> {
  const [few, many] = quick ? [10, 40] : [100, 1000];
  const cores = availableParallelism();
  const measure = async (students: number, jobs: readonly number[]): Promise<Run[]> => {
    const scratch = mkdtempSync(join(tmpdir(), "bench-class-"));
    try {
      const folder = join(scratch, "remises");
      const lab = await writeBenchClass(folder, students);
      const runs: Run[] = [];
      for (const one of jobs) runs.push(await gradeOnce(folder, lab, one));
      return runs;
    } finally {
      rmSync(scratch, { recursive: true });
    }
  };
  const [one, all] = await measure(few, [1, cores]);
  const [large] = await measure(many, [cores]);
  if (one === undefined || all === undefined || large === undefined) throw new Error("no run");
  const rate = (students: number, { cpu }: Run): string => `${write((students * activities) / cpu)} /s`;
  const growth = large.peak / all.peak;
  return {
    title: "A class graded",
    note:
      `\`class grade\` once from start to last table: students with ${activities} sources each, all different, two in ` +
      "five of them wrong. A submission is one source. A second of one core is processor time: other programs slow it " +
      "little.",
    figures: [
      {
        name: `one thread, ${write(few * activities)} submissions, a second of one core`,
        reached: rate(few, one),
      },
      {
        name: `${cores} threads, ${write(many * activities)} submissions, a second of one core`,
        reached: rate(many, large),
      },
      {
        name: `${many} students × ${activities} activities, ${cores} threads, from start to end`,
        reached: `${write(large.seconds)} s (${write(large.cpu)} s of processor time)`,
      },
      {
        name: `largest memory, ${write(few * activities)} and ${write(many * activities)} submissions`,
        reached: `${write(all.peak)} and ${write(large.peak)} MiB`,
      },
      {
        name: "memory of the larger class / of the smaller",
        reached: `${growth.toFixed(2)} ×`,
        goal: { text: "flat (≤ 1.10 ×)", met: growth <= 1.1 },
      },
    ],
  };
}
