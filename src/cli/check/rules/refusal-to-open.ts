import type { Opened } from "../../../course/exercise/candidate.ts";

/** Why a file gives no function to call, in one line. */
export function refusalToOpen(opened: Exclude<Opened, { kind: "opened" }>): string {
  if (opened.kind !== "did-not-compile") return opened.kind === "threw" ? opened.message : opened.kind;
  const place = opened.at === null ? "" : `${opened.at.line}:${opened.at.column} `;
  return `${place}${opened.reason} ${opened.detail}`.trim();
}
