/**
 * Tells zod not to try `new Function`, which the page's policy forbids: the attempt alone is reported as a violation.
 * Called before the code that uses zod is loaded; zod reads this name when it starts.
 */
export function forbidEval(): void {
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
}
