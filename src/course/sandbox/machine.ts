import {
  EvalFlags,
  IntrinsicsFlags,
  type JSContextPointer,
  type JSRuntimePointer,
  type JSContextPointerPointer,
  type JSValueConstPointer,
  type JSValueConstPointerPointer,
  type JSValuePointer,
  type JSVoidPointer,
  type QuickJSFFI,
} from "quickjs-emscripten-core";
import { type EntryPoint, entryPoints, guestSource } from "./guest.ts";
import { type Host, type Instance, newInstance } from "./instance.ts";

/** Small enough that ordinary endless recursion ends inside the engine, also on a browser worker's stack. */
const stackBytes = 96 * 1024;

/** Argument lists up to this size are written to one place that is made once. */
const scratchBytes = 64 * 1024;

/** Everything of the language but `Date`. */
const intrinsics = (IntrinsicsFlags.BaseObjects |
  IntrinsicsFlags.Eval |
  IntrinsicsFlags.StringNormalize |
  IntrinsicsFlags.RegExp |
  IntrinsicsFlags.JSON |
  IntrinsicsFlags.Proxy |
  IntrinsicsFlags.MapSet |
  IntrinsicsFlags.TypedArrays |
  IntrinsicsFlags.Promise) as IntrinsicsFlags;

/** Where things are in an instance's memory. */
type Places = {
  readonly runtime: JSRuntimePointer;
  readonly context: JSContextPointer;
  readonly functions: Readonly<Record<EntryPoint, JSValuePointer>>;
  /** A guest ArrayBuffer of `scratchBytes` that no guest code can reach, and its bytes. */
  readonly scratch: JSValuePointer;
  readonly scratchData: JSVoidPointer;
  /** Room for two pointers. */
  readonly slots: number;
};

export type Machine = Instance & Places;

/** An instance's memory after the guest's own code ran and before anybody else's; blocks of zeros are left out. */
type Image = { readonly blocks: readonly Block[]; readonly places: Places };
type Block = { readonly at: number; readonly bytes: Uint8Array };

const images = new WeakMap<WebAssembly.Module, Promise<Image>>();

/**
 * A new engine with the guest's functions in it: a fresh instance whose memory is filled from an image, which takes
 * a tenth of the time that making the same world anew does.
 */
export async function newMachine(quickjs: WebAssembly.Module, host: Host): Promise<Machine> {
  const image = images.get(quickjs) ?? makeImage(quickjs);
  images.set(quickjs, image);
  const { blocks, places } = await image;
  const instance = await newInstance(quickjs, host);
  for (const { at, bytes } of blocks) instance.module.HEAPU8.set(bytes, at);
  return { ...instance, ...places };
}

async function makeImage(quickjs: WebAssembly.Module): Promise<Image> {
  const instance = await newInstance(quickjs, nobody);
  const { ffi, module } = instance;
  const runtime = ffi.QTS_NewRuntime();
  ffi.QTS_RuntimeSetMaxStackSize(runtime, stackBytes);
  ffi.QTS_RuntimeEnableInterruptHandler(runtime);
  const context = ffi.QTS_NewContext(runtime, intrinsics);
  const guest = evaluate({ ...instance, context }, guestSource, "sandbox.js", EvalFlags.JS_EVAL_TYPE_GLOBAL);
  const error = ffi.QTS_ResolveException(context, guest);
  if (error !== 0) throw new Error(module.UTF8ToString(ffi.QTS_GetString(context, error)));
  const functions = entryPoints.map((name, i) => [name, ffi.QTS_GetPropNumber(context, guest, i)]);
  const data = allocate(instance, scratchBytes);
  const places: Places = {
    runtime,
    context,
    functions: Object.fromEntries(functions) as Places["functions"],
    scratch: ffi.QTS_NewArrayBuffer(context, data, scratchBytes),
    scratchData: data,
    slots: module._malloc(8),
  };
  const machine = { ...instance, ...places };
  const askHost = ffi.QTS_NewFunction(context, "askHost", 1, false, hostFunction);
  ffi.QTS_FreeValuePointer(context, callGuest(machine, "connect", askHost));
  return { blocks: usedBlocks(module.HEAPU8), places };
}

/** The number of the one function that the guest has of the host. */
const hostFunction = 1 as Parameters<QuickJSFFI["QTS_NewFunction"]>[4];

/** While the image is made, nobody is to be asked. */
const nobody: Host = {
  interrupted: () => false,
  asked: () => {
    throw new Error("asked before there was a call");
  },
};

function usedBlocks(memory: Uint8Array): Block[] {
  const words = new Uint32Array(memory.buffer);
  const size = 4096;
  const blocks: Block[] = [];
  for (let at = 0; at < memory.length; at += size)
    if (hasBits(words.subarray(at / 4, (at + size) / 4)))
      blocks.push({ at, bytes: memory.slice(at, at + size) });
  return blocks;
}

/** A plain loop: it goes over four million words, and `some` takes ten times as long. */
function hasBits(words: Uint32Array): boolean {
  for (let i = 0; i < words.length; i++) if (words[i] !== 0) return true;
  return false;
}

/** Evaluates source text; the result may be an exception. */
export function evaluate(
  machine: Instance & Pick<Places, "context">,
  code: string,
  name: string,
  type: number,
): JSValuePointer {
  const { ffi, module, context } = machine;
  const length = module.lengthBytesUTF8(code);
  const text = allocate(machine, length + 1);
  module.stringToUTF8(code, text, length + 1);
  const detectModule = 0 as Parameters<typeof ffi.QTS_Eval>[4];
  const result = ffi.QTS_Eval(context, text, length, name, detectModule, type as EvalFlags);
  module._free(text);
  return result;
}

/** Calls one of the guest's functions with up to two values; the result may be an exception. */
export function callGuest(machine: Machine, name: EntryPoint, ...args: JSValuePointer[]): JSValuePointer {
  const { ffi, module, context, functions, slots } = machine;
  const view = new DataView(module.HEAPU8.buffer, slots);
  args.forEach((arg, i) => view.setUint32(4 * i, arg, true));
  const argv = slots as JSValueConstPointerPointer;
  return ffi.QTS_Call(context, functions[name], ffi.QTS_GetUndefined(), args.length, argv);
}

/** Makes a guest value of bytes in the engine's binary format. */
export function decode(machine: Machine, bytes: Uint8Array): JSValuePointer {
  const { ffi, module, context, scratch, scratchData } = machine;
  const large = bytes.length > scratchBytes;
  const data = large ? allocate(machine, bytes.length) : scratchData;
  module.HEAPU8.set(bytes, data);
  const buffer = large ? ffi.QTS_NewArrayBuffer(context, data, bytes.length) : scratch;
  const value = ffi.QTS_bjson_decode(context, buffer);
  if (large) ffi.QTS_FreeValuePointer(context, buffer); // and the data with it
  if (ffi.QTS_ResolveException(context, value) !== 0) throw new OutOfMemory();
  return value;
}

/** Shows `read` a guest value in the engine's binary format; null when it has none, an exception for instance. */
export function encoded<T>(
  { ffi, module, context }: Machine,
  value: JSValuePointer | JSValueConstPointer,
  read: (bytes: Uint8Array) => T,
): T | null {
  const buffer = ffi.QTS_bjson_encode(context, value);
  const data = ffi.QTS_GetArrayBuffer(context, buffer);
  const length = data === 0 ? 0 : ffi.QTS_GetArrayBufferLength(context, buffer);
  const result = data === 0 ? null : read(module.HEAPU8.subarray(data, data + length));
  ffi.QTS_FreeValuePointer(context, buffer);
  return result;
}

/** Runs one promise job, whatever comes of it. */
export function runJob({ ffi, context, runtime, slots }: Machine): void {
  const result = ffi.QTS_ExecutePendingJob(runtime, 1, slots as JSContextPointerPointer);
  ffi.QTS_FreeValuePointer(context, result);
}

/** The guest has left no room for what the host wants to give it. */
export class OutOfMemory extends Error {}

function allocate({ module }: Instance, bytes: number): JSVoidPointer {
  const data = module._malloc(bytes);
  if (data === 0) throw new OutOfMemory();
  return data as JSVoidPointer;
}
