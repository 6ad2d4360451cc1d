import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { browserFigures } from "./browser.ts";
import { classFigures } from "./class.ts";
import { coldStartFigures } from "./cold-start.ts";
import type { Section } from "./figure.ts";
import { memoryFigures } from "./memory.ts";
import { processFigures } from "./processes.ts";
import { machine, report } from "./report.ts";
import { simulatorFigures } from "./simulator.ts";
import { loadSubject } from "./subject.ts";
import { throughputFigures } from "./throughput.ts";
import { warmFigures } from "./warm.ts";

/**
 * `npm run bench`: measures, prints and writes `results.md`. `--quick` takes few samples, `--date` is written instead
 * of today's, `--only` measures the named parts and writes nothing.
 */
const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    date: { type: "string", default: new Date().toISOString().slice(0, 10) },
    only: { type: "string", multiple: true },
  },
});
const effort = { quick: values.quick };
const subject = await loadSubject();

const parts: Readonly<Record<string, () => Section | Promise<Section>>> = {
  warm: () => warmFigures(subject, effort),
  processes: () => processFigures(subject, effort),
  "cold-start": () => coldStartFigures(subject, effort),
  throughput: () => throughputFigures(subject, effort),
  simulator: () => simulatorFigures(effort),
  class: () => classFigures(effort),
  memory: () => memoryFigures(subject, effort),
  browser: () => browserFigures(subject, effort),
};

const circumstances = { date: values.date, quick: values.quick, machine: machine() };
const sections: Section[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (values.only?.includes(name) === false) continue;
  process.stderr.write(`${name} …\n`);
  sections.push(await measure());
}
const text = report(sections, circumstances);
process.stdout.write(text);
if (values.only === undefined) writeFileSync(new URL("results.md", import.meta.url), text);
