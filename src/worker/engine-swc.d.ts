/** The module that `engine-files.ts` makes: not there in a fresh clone. */
declare module "*/.cache/engine/swc.js" {
  /** A fresh swc; the result is its `transformSync`. */
  export function instantiate(
    module: WebAssembly.Module,
  ): (source: string, options: Record<string, unknown>) => unknown;
}
