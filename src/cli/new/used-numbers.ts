import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The numbers of all exercises and activities, `03.1` or `03.4 bis`, and the file that has each. */
export function usedNumbers(root: string): ReadonlyMap<string, string> {
  const files = [
    ...filesIn(root, "graders", /^[^/]+\/[^/]+\/exercise\.ts$/),
    ...filesIn(root, "content/fr/activities", /\.yaml$/),
  ];
  return new Map(
    files.flatMap((file) => {
      const number = /^\s*number:\s*"?(\d\d\.\d+(?: bis| ter)?)"?/m.exec(
        readFileSync(join(root, file), "utf8"),
      )?.[1];
      return number === undefined ? [] : [[number, file] as const];
    }),
  );
}

function filesIn(root: string, folder: string, pattern: RegExp): string[] {
  const directory = join(root, folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => pattern.test(file))
    .map((file) => `${folder}/${file}`)
    .sort();
}

/** The first number of a chapter after all that are used: `03.5`. */
export function nextNumber(chapter: number, used: Iterable<string>): string {
  const prefix = `${String(chapter).padStart(2, "0")}.`;
  const places = [...used]
    .filter((number) => number.startsWith(prefix))
    .map((number) => Number.parseInt(number.slice(prefix.length), 10));
  return prefix + String(Math.max(0, ...places) + 1);
}
