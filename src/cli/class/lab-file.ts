import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Lab } from "#course/classroom/lab.ts";
import { readLab } from "#course/classroom/read-lab.ts";
import { UsageError } from "../grade/usage-error.ts";
import { readFolder } from "./read-folder.ts";
import { sentences } from "./sentences.fr.ts";

const labs = new URL("../../../content/labs/", import.meta.url);

/**
 * The lab of that number, or that of a file of the teacher's own (`…/tp9.yaml`). `known` are the numbers of all
 * activities. Throws UsageError with what to write instead, or with the faults of the file.
 */
export function loadLab(name: string, known: readonly string[]): Lab {
  const path = /\.ya?ml$/.test(name) ? name : fileURLToPath(new URL(`${name}.yaml`, labs));
  let text: string;
  try {
    if (path !== name && !/^[\w-]+$/.test(name)) throw new RangeError("no name of a lab");
    text = readFileSync(path, "utf8");
  } catch {
    throw new UsageError(sentences.unknownLab(name, labNumbers()));
  }
  const read = readLab(text, basename(path), known);
  if (!read.ok) throw new UsageError(read.problems.join("\n"));
  return read.lab;
}

const labNumbers = (): readonly string[] =>
  readFolder(labs, (file) => file.endsWith(".yaml")).map(({ name }) => name.slice(0, -".yaml".length));
