import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { threadId } from "node:worker_threads";
import { z } from "zod";

/**
 * `@swc/wasm-typescript` ships its WebAssembly as base64 inside a CommonJS file, which takes half a second to start
 * and does not suit a browser. This splits it: `.cache/engine/swc.wasm`, and `swc.js`, an ES module that exports
 * `instantiate(module)`. Nothing of it is kept in the repository.
 */
export const engineFolder = join(dirname(fileURLToPath(import.meta.url)), "../../.cache/engine");

const require = createRequire(import.meta.url);

/** Raised when this file splits in another way, so that old files are made anew. */
const layout = 1;

/** Makes the files when they are missing or of another version; returns whether it did. Safe to run twice at once. */
export function prepareEngineFiles(folder = engineFolder): boolean {
  const wanted = `${layout} ${swcVersion()}\n`;
  const stamp = join(folder, "version");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;
  const { glue, wasm } = split(readFileSync(require.resolve("@swc/wasm-typescript"), "utf8"));
  mkdirSync(folder, { recursive: true });
  put(join(folder, "swc.wasm"), wasm);
  put(join(folder, "swc.js"), glue);
  put(stamp, wanted); // last: it vouches for the others
  return true;
}

function swcVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(join(dirname(require.resolve("@swc/wasm-typescript")), "package.json"), "utf8"),
  );
  return z.object({ version: z.string() }).parse(manifest).version;
}

/** Never a half-written file: written aside, then renamed. */
function put(file: string, content: string | Uint8Array): void {
  const aside = `${file}.${process.pid}.${threadId}`;
  writeFileSync(aside, content);
  try {
    renameSync(aside, file);
  } catch (error) {
    // Windows refuses while another process reads the file: that process has made or found the same one.
    rmSync(aside, { force: true });
    if (!existsSync(file)) throw error;
  }
}

function split(source: string): { glue: string; wasm: Uint8Array } {
  const found =
    /^([\s\S]*?)const \{ Buffer \} = require\('node:buffer'\);\s*const bytes = Buffer\.from\('([^']*)', 'base64'\);/.exec(
      source,
    );
  const [, head, base64] = found ?? [];
  if (head === undefined || base64 === undefined)
    throw new Error("@swc/wasm-typescript has changed its form");
  const body = head
    .replace("const { TextDecoder, TextEncoder } = require(`util`);", "")
    // Only asked for where there is no globalThis; a content security policy forbids it.
    .replace(/new Function\(\w+\)/, "undefined");
  return { glue: `${before}${body}${after}`, wasm: Buffer.from(base64, "base64") };
}

const before = `// Made from @swc/wasm-typescript by src/worker/engine-files.ts.
export function instantiate(wasmModule) {
const module = { exports: {} };
`;

const after = `
wasm = new WebAssembly.Instance(wasmModule, imports).exports;
return module.exports.transformSync;
}
`;
