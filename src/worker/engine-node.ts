import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createTypeStripper, type Transform } from "../course/grading/strip-types.ts";
import type { Engine } from "../course/grading/engine.ts";
import { createEngine } from "./engine.ts";
import { engineFolder, prepareEngineFiles } from "./engine-files.ts";

/** The compiled parts of an engine; they can be sent to other threads. */
export type EngineModules = { readonly quickjs: WebAssembly.Module; readonly swc: WebAssembly.Module };

/** Compiles what an engine needs, making its files first where they are missing. */
export async function compileEngine(): Promise<EngineModules> {
  prepareEngineFiles();
  const quickjs = createRequire(import.meta.url).resolve("@jitl/quickjs-wasmfile-release-sync/wasm");
  const [first, second] = await Promise.all([
    WebAssembly.compile(readFileSync(quickjs)),
    WebAssembly.compile(readFileSync(join(engineFolder, "swc.wasm"))),
  ]);
  return { quickjs: first, swc: second };
}

/** An engine in Node; `modules` saves compiling where another thread has done it. */
export async function loadEngine(modules?: EngineModules): Promise<Engine> {
  const { quickjs, swc } = modules ?? (await compileEngine());
  const { instantiate } = (await import(pathToFileURL(join(engineFolder, "swc.js")).href)) as {
    instantiate: (module: WebAssembly.Module) => Transform;
  };
  return createEngine({ quickjs, stripper: createTypeStripper(() => instantiate(swc)) });
}
