import variant from "@jitl/quickjs-wasmfile-release-sync";
import {
  DefaultIntrinsics,
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
} from "quickjs-emscripten-core";

/**
 * Pages of 64 KiB. The engine's own memory limit does not hold against every allocation; that of the WebAssembly
 * memory does. 16 MiB is what the engine asks for to begin with.
 */
const memory = { initial: 256, maximum: 1024 };

/** Small enough that ordinary endless recursion ends inside the engine, also on a browser worker's stack. */
const stackBytes = 96 * 1024;

/** A new WebAssembly instance with an engine and an empty world without clocks; dropped as a whole after use. */
export async function newContext(quickjs: WebAssembly.Module, stop: () => boolean): Promise<QuickJSContext> {
  const engine = await newQuickJSWASMModuleFromVariant(
    newVariant(variant, { wasmModule: quickjs, wasmMemory: new WebAssembly.Memory(memory) }),
  );
  const context = engine.newContext({ intrinsics: { ...DefaultIntrinsics, Date: false } });
  context.runtime.setMaxStackSize(stackBytes);
  context.runtime.setInterruptHandler(stop);
  return context;
}
