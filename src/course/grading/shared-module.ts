/** What a shared module exports: `callMember(index, ...args)`. */
export const sharedEntry = "callMember";

/**
 * One module of several files that export the same function, each in a scope of its own: one sandbox instead of many.
 * A file runs when it is first called, so that what hangs or throws while loading harms no other.
 */
export function sharedModule(sources: readonly string[], entry: string): string {
  const scopes = sources.map(
    (source) =>
      `() => {\n${source.replace(/^export (?=(async )?function|const|let)/gm, "")}\nreturn ${entry};\n}`,
  );
  return `const open = [${scopes.join(",\n")}];
const members = [];
export function ${sharedEntry}(index, ...args) { return (members[index] ??= open[index]())(...args); }`;
}
