/** What the engine's English says about a run-time error, as a code; `name` is the property or variable it names. */
export const runtimeFaults = [
  "read-of-nothing",
  "write-to-nothing",
  "loop-over-nothing",
  "not-iterable",
  "not-a-function",
  "not-available",
  "not-defined",
  "used-before-declared",
  "read-only",
  "bigint-mixed",
  "bigint-from-text",
  "bytes-out-of-range",
  "bad-length",
  "empty-reduce",
  "bad-json",
  "class-without-new",
] as const;
export type RuntimeFaultCode = (typeof runtimeFaults)[number];
export type RuntimeFault = { readonly code: RuntimeFaultCode; readonly name: string | null };

/** Names that a learner knows from Node or a browser and that the sandbox has not. */
const hostNames =
  "Buffer|process|require|module|exports|window|document|fetch|setTimeout|setInterval|queueMicrotask|structuredClone|TextEncoder|TextDecoder|URL|Intl|performance|crypto|atob|btoa|alert|SharedArrayBuffer|WebAssembly";

/** Tried in order; the first group of the pattern is the name. Texts of QuickJS 2025. */
const patterns: readonly (readonly [RuntimeFaultCode, RegExp])[] = [
  ["loop-over-nothing", /^cannot read property 'Symbol\.iterator' of (?:undefined|null)$/],
  ["read-of-nothing", /^cannot read property(?: '(.+)')? of (?:undefined|null)$/s],
  ["read-of-nothing", /^cannot convert (?:undefined or null )?to object$/],
  ["write-to-nothing", /^cannot set property(?: '(.+)')? of (?:undefined|null)$/s],
  ["not-iterable", /^value is not iterable$/],
  ["not-a-function", /^(?:(.+) is )?not a (?:function|constructor)$/s],
  ["not-available", new RegExp(`^'?(${hostNames})'? is not defined$`)],
  ["not-defined", /^'?(.+?)'? is not defined$/s],
  ["used-before-declared", /^'?(.+?)'? is not initialized$/s],
  ["read-only", /^'(.+)' is read-only$/s],
  ["bigint-mixed", /^cannot convert bigint to number|^cannot mix bigint/i],
  ["bigint-from-text", /^invalid bigint literal|^cannot convert to BigInt/],
  ["bytes-out-of-range", /^out of bound|^invalid offset/],
  [
    "bad-length",
    /^invalid (?:array|array buffer|typed array|string) (?:length|index)|^invalid (?:length|repeat count)/,
  ],
  ["empty-reduce", /^empty array$/],
  ["bad-json", /JSON input|^expecting property name/],
  ["class-without-new", /^class constructors must be invoked with 'new'/],
];

/** The fault behind an engine's message; null for a message that is not the engine's (the learner's own `throw`). */
export function runtimeFault(message: string): RuntimeFault | null {
  for (const [code, pattern] of patterns) {
    const match = pattern.exec(message);
    if (match !== null)
      return { code, name: match.slice(1).find((group: string | undefined) => group !== undefined) ?? null };
  }
  return null;
}
