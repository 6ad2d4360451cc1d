import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { z } from "zod";

setFlagsFromString("--expose-gc");
const collect = z.custom<() => void>((value) => typeof value === "function").parse(runInNewContext("gc"));

/**
 * What this thread still holds on its heap after a full garbage collection, bytes. The contents of byte arrays lie
 * elsewhere, and are given back some time later: of those that are kept, this counts the objects.
 */
export function keptMemory(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** Compiled code and its statistics, bytes: what a parser without a fault may leave behind, however long it runs. */
const own = 512 * 1024;
/** Beyond it, bytes an input: less than any input that is kept, or any error. */
const perInput = 16;

/** Whether so many bytes more are too many for so many inputs, where nothing is compiled any more. */
export const growsBy = (bytes: number, inputs: number): boolean => bytes > perInput * inputs;

/** Whether so many bytes more after so many inputs mean that they pile up. */
export const pilesUp = (bytes: number, inputs: number): boolean => bytes > own + perInput * inputs;
