import { guestConsole } from "./guest-console.ts";
import { guestGlobals } from "./guest-globals.ts";
import { guestValues } from "./guest-values.ts";

/**
 * Guest code, put together: a script whose value is an object of the functions below. The host holds them, and
 * nothing else in the sandbox can reach them.
 */

/** What a report starts with. */
export const reports = {
  returned: 0,
  threw: 1,
  tooLarge: 2,
  noExport: 3,
  notAFunction: 4,
  bound: 5,
} as const;

export const entryPoints = ["seed", "describe", "printed", "bind", "call", "callWithTrees"] as const;
export type EntryPoint = (typeof entryPoints)[number];

const functions = `
let entry;

const safely = (read) => {
  try {
    const value = read();
    return typeof value === "string" ? slice(value, 0, 4000) : "";
  } catch {
    return "";
  }
};

// [threw, name, message, stack]; reading a hostile error gives empty text.
const describe = (error) => {
  let isError = false;
  try {
    isError = typeof error === "object" && error !== null && kindOf(error) === "error";
  } catch {}
  return isError
    ? [${reports.threw}, safely(() => error.name), safely(() => error.message), safely(() => error.stack), printed, cut]
    : [${reports.threw}, "", safely(() => show(error, 0)), "", printed, cut];
};

const attempt = (action) => {
  try {
    return action();
  } catch (error) {
    return error === tooLarge ? [${reports.tooLarge}, printed, cut] : describe(error);
  }
};

const startCall = () => {
  printed = "";
  cut = 0;
};

return {
  __proto__: null,
  seed: (value) => {
    state = value | 0;
  },
  describe,
  printed: () => [printed, cut],
  bind: (exports, name) =>
    attempt(() => {
      if (!hasOwn(exports, name)) return [${reports.noExport}, packRoot(keys(exports))];
      entry = exports[name];
      return typeof entry === "function" ? [${reports.bound}] : [${reports.notAFunction}, typeof entry];
    }),
  call: (args) =>
    attempt(() => {
      startCall();
      return [${reports.returned}, packRoot(apply(entry, undefined, args)), printed, cut];
    }),
  callWithTrees: (trees) =>
    attempt(() => {
      startCall();
      const args = unpack(trees);
      const result = packRoot(apply(entry, undefined, args));
      return [${reports.returned}, result, printed, cut, packRoot(args)];
    }),
};
`;

export const guestSource = `"use strict";\n(() => {${guestGlobals}${guestValues}${guestConsole}${functions}})()`;
