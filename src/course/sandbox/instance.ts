import variant from "@jitl/quickjs-wasmfile-release-sync";
import type {
  JSValueConstPointer,
  JSValuePointer,
  QuickJSEmscriptenModule,
  QuickJSFFI,
} from "quickjs-emscripten-core";

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

/** What the engine asks the host while guest code runs. */
export type Host = {
  /** Now and then; true stops the guest. */
  interrupted(): boolean;
  /** The guest calls the host's one function; `argv` is the first argument. The answer is a new guest value. */
  asked(argv: JSValueConstPointer): JSValuePointer;
};

/** A new instance of the compiled engine. */
export async function newInstance(quickjs: WebAssembly.Module, host: Host): Promise<Instance> {
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
  module.callbacks = {
    ...noCallbacks,
    shouldInterrupt: () => (host.interrupted() ? 1 : 0),
    callFunction: (_asyncify, _context, _self, _count, argv) => host.asked(argv),
  };
  return { ffi: new FFI(module), module };
}

/** The host's one function is never given back, and no module is ever loaded. */
const never = () => {
  throw new Error("the guest has no such way to the host");
};
const noCallbacks = {
  freeHostRef: never,
  loadModuleSource: never,
  normalizeModule: never,
};
