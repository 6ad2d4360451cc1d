/**
 * `npm run conformance [-- DIR]`: every vector file under DIR against `src/net`; DIR has the layout of ./data. Without
 * DIR it runs ./data, and a run without a fault writes the README's table "Who tests the reference?".
 */
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isFault, printResult, runFolder } from "./runner.ts";
import { readmeWith } from "./table.ts";

const readme = fileURLToPath(new URL("../../README.md", import.meta.url));
const given = process.argv[2];
const folder = given ?? fileURLToPath(new URL("data", import.meta.url));
if (existsSync(folder)) {
  const results = runFolder(folder);
  for (const result of results) console.log(printResult(result));
  const red = results.some(isFault);
  if (given === undefined && !red) writeFileSync(readme, await readmeWith(readme, folder, results));
  process.exitCode = red ? 1 : 0;
} else {
  console.error(`no such folder: ${folder}`);
  process.exitCode = 2;
}
