import type { Opened } from "../exercise/candidate.ts";
import type { Budget } from "../exercise/exercise.ts";
import { Bridge } from "./bridge.ts";
import type { Host } from "./instance.ts";
import { newMachine } from "./machine.ts";
import { Meter } from "./meter.ts";
import { Program } from "./program.ts";

/**
 * Opens a learner's function in a fresh sandbox: loads `code` (plain JavaScript, an ES module) and takes its export
 * `entry`. Never throws for anything that the program does. `seed` (32 bits) is where `Math.random` begins; there is
 * no other entropy, no clock (`Date` does not exist) and no timer. Loading may take as many steps as a case.
 *
 * `quickjs` is the compiled `@jitl/quickjs-wasmfile-release-sync`.
 */
export async function openCandidate(
  quickjs: WebAssembly.Module,
  program: { readonly code: string; readonly entry: string; readonly seed: number; readonly budget: Budget },
): Promise<Opened> {
  const meter = new Meter(program.budget);
  const host: Host = { interrupted: () => meter.poll(), asked: (argv) => bridge.answer(argv) };
  const bridge = new Bridge(await newMachine(quickjs, host));
  bridge.ask("seed", program.seed);
  return new Program(bridge, meter, program.code).load(program.entry);
}
