/** `npm run conformance [-- DIR]`: every vector file under DIR against `src/net`; DIR has the layout of ./data. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isFault, printResult, runFolder } from "./runner.ts";

const folder = process.argv[2] ?? fileURLToPath(new URL("data", import.meta.url));
if (existsSync(folder)) {
  const results = runFolder(folder);
  for (const result of results) console.log(printResult(result));
  process.exitCode = results.some(isFault) ? 1 : 0;
} else {
  console.error(`no such folder: ${folder}`);
  process.exitCode = 2;
}
