/**
 * `npm run fuzz [-- --seed N] [-- --seconds N]`: ten minutes of damaged real frames and random bytes for every parser
 * of `src/net`. Exit code 1 where one throws, does not end, grows, keeps memory or changes its input.
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { fuzz, printLine } from "./fuzz.ts";

const { values } = parseArgs({ options: { seed: { type: "string" }, seconds: { type: "string" } } });
const options = z
  .object({
    seed: z.coerce
      .number()
      .int()
      .default(Date.now() | 0),
    seconds: z.coerce.number().positive().default(600),
  })
  .parse(values);

console.log(`seed ${options.seed}, ${options.seconds} s`);
const lines = await fuzz({
  seed: options.seed,
  until: { milliseconds: options.seconds * 1000 },
  parsers: new URL("parsers.ts", import.meta.url),
  backstop: 20_000,
});
for (const line of lines) console.log(printLine(line));
process.exitCode = lines.some(({ failure }) => failure !== null) ? 1 : 0;
