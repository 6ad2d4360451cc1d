/**
 * `npm run conformance [-- DIR]`: every vector file under DIR against `src/net`; DIR has the layout of ./data or of
 * `../shared/oracles-upstream`, whole or in part. Without DIR it runs both, the second where it is there, and a run
 * without a fault writes the README's tables "Who tests the reference?".
 */
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isFault, printResult, runFolder } from "./runner.ts";
import { conformanceTable, readmeWith, upstreamTable } from "./table.ts";
import { notRun, upstreamFolder } from "./upstream.ts";

const readme = fileURLToPath(new URL("../../README.md", import.meta.url));
const own = fileURLToPath(new URL("data", import.meta.url));

/** Runs and prints a folder. */
function run(folder: string) {
  const results = runFolder(folder);
  for (const result of results) console.log(printResult(result));
  if (results.some(isFault)) process.exitCode = 1;
  return results;
}

const [given] = process.argv.slice(2);
if (given !== undefined && !existsSync(given)) {
  console.error(`no such folder: ${given}`);
  process.exitCode = 2;
} else if (given !== undefined) run(given);
else {
  const conformance = conformanceTable(own, run(own));
  const upstream = existsSync(upstreamFolder) ? upstreamTable(run(upstreamFolder)) : undefined;
  if (upstream === undefined) console.log(notRun);
  if (process.exitCode === undefined) {
    const parts = upstream === undefined ? { conformance } : { conformance, upstream };
    writeFileSync(readme, await readmeWith(readme, parts));
  }
}
