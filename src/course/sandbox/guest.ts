import { guestCallables } from "./guest-callables.ts";
import { guestConsole } from "./guest-console.ts";
import { guestGlobals } from "./guest-globals.ts";
import { guestValues } from "./guest-values.ts";

/**
 * Guest code, put together: a script whose value is an array of the functions named below. The host holds them,
 * and nothing else in the sandbox can reach them.
 */

/** What a report starts with; what was printed and how much was cut follow, then what there is to say. */
export const reports = {
  returned: 0,
  threw: 1,
  tooLarge: 2,
  noExport: 3,
  notAFunction: 4,
  bound: 5,
} as const;

export const entryPoints = [
  "connect",
  "seed",
  "describe",
  "whatWasPrinted",
  "bind",
  "call",
  "callWithTrees",
  "contents",
] as const;
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

// Name, message and stack; reading a hostile error gives empty text.
const describe = (error) => {
  let isError = false;
  try {
    isError = typeof error === "object" && error !== null && kindOf(error) === "error";
  } catch {}
  return isError
    ? [${reports.threw}, printed, cut, safely(() => error.name), safely(() => error.message), safely(() => error.stack)]
    : [${reports.threw}, printed, cut, "", safely(() => show(error, 0)), ""];
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
  running = 0; // a call that was interrupted had no time to end itself
};

// The host's one function: takes [place among the arguments, packed arguments], gives a packed value.
const connect = (ask) => {
  askHost = ask;
  return [];
};

const seed = (list) => {
  state = list[0] | 0;
  return [];
};

const whatWasPrinted = () => [${reports.bound}, printed, cut];

const bind = (exports, list) =>
  attempt(() => {
    const name = list[0];
    if (!hasOwn(exports, name)) return [${reports.noExport}, printed, cut, packRoot(keys(exports))];
    entry = exports[name];
    return [typeof entry === "function" ? ${reports.bound} : ${reports.notAFunction}, printed, cut, typeof entry];
  });

const call = (args) => {
  startCall();
  return attempt(() => {
    const result = packRoot(apply(entry, undefined, args));
    return [${reports.returned}, printed, cut, result];
  });
};

const callWithTrees = (trees) => {
  startCall();
  return attempt(() => {
    let args;
    const value = whileRunning(() => {
      args = unpack(trees);
      return apply(entry, undefined, args);
    });
    const result = packRoot(value);
    return [${reports.returned}, printed, cut, result, packRoot(args)];
  });
};

const contents = (list) => attempt(() => [${reports.bound}, printed, cut, packRoot(list)]);

return [${entryPoints.join(", ")}];
`;

export const guestSource = `"use strict";\n(() => {${guestGlobals}${guestValues}${guestCallables}${guestConsole}${functions}})()`;
