import variant from "@jitl/quickjs-wasmfile-release-sync";
import type { QuickJSEmscriptenModule, QuickJSFFI } from "quickjs-emscripten-core";

/**
 * Pages of 64 KiB. The engine's own memory limit does not hold against every allocation; that of the WebAssembly
 * memory does. 16 MiB is what the engine asks for to begin with.
 */
const pages = { initial: 256, maximum: 1024 };

/** In bytes. */
export const maxMemory = pages.maximum * 65_536;

/** One WebAssembly instance of the engine: its C functions, and the memory that they work on. */
export type Instance = { readonly ffi: QuickJSFFI; readonly module: QuickJSEmscriptenModule };

const engine = Promise.all([variant.importFFI(), variant.importModuleLoader()]);

/** A new instance of the compiled engine. `interrupted` is asked now and then while guest code runs; true stops it. */
export async function newInstance(
  quickjs: WebAssembly.Module,
  interrupted: () => boolean,
): Promise<Instance> {
  const [FFI, load] = await engine;
  if (typeof load !== "function") throw new Error("quickjs-emscripten has changed its form");
  const module = await load({
    wasmMemory: new WebAssembly.Memory(pages),
    instantiateWasm: (imports, done) => {
      const instance = new WebAssembly.Instance(quickjs, imports);
      done(instance);
      return instance.exports;
    },
  });
  module.callbacks = { ...noCallbacks, shouldInterrupt: () => (interrupted() ? 1 : 0) };
  return { ffi: new FFI(module), module };
}

/** No function of the host is ever given to the guest, and no module is ever loaded. */
const never = () => {
  throw new Error("the guest has no such way to the host");
};
const noCallbacks = {
  freeHostRef: never,
  callFunction: never,
  loadModuleSource: never,
  normalizeModule: never,
};
