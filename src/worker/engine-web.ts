import quickjsUrl from "@jitl/quickjs-wasmfile-release-sync/wasm?url";
import { instantiate } from "../../.cache/engine/swc.js";
import swcUrl from "../../.cache/engine/swc.wasm?url";
import { createTypeStripper } from "../course/grading/strip-types.ts";
import type { Engine } from "../course/grading/engine.ts";
import { createEngine } from "./engine.ts";

/** The compiled parts of an engine; they can be sent to other threads. */
export type EngineModules = { readonly quickjs: WebAssembly.Module; readonly swc: WebAssembly.Module };

/** Fetches and compiles what an engine needs, both at once. */
export async function compileEngine(): Promise<EngineModules> {
  const [quickjs, swc] = await Promise.all([compiled(quickjsUrl), compiled(swcUrl)]);
  return { quickjs, swc };
}

/** An engine in a browser; `modules` saves fetching and compiling where another thread has done it. */
export async function loadEngine(modules?: EngineModules): Promise<Engine> {
  const { quickjs, swc } = modules ?? (await compileEngine());
  return createEngine({ quickjs, stripper: createTypeStripper(() => instantiate(swc)) });
}

/** Compiles while it arrives, or afterwards where the server does not say that it is WebAssembly. */
async function compiled(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
