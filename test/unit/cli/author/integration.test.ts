import { expect, test } from "vitest";
import { authorPanel } from "../../../../src/cli/author/integration.ts";

/** The scripts that the integration adds to pages under a command of Astro. */
function scriptsIn(command: "dev" | "build"): string[] {
  const scripts: string[] = [];
  const hook = authorPanel().hooks["astro:config:setup"];
  const given = { command, injectScript: (_: string, script: string) => scripts.push(script) };
  void hook?.(given as unknown as Parameters<NonNullable<typeof hook>>[0]);
  return scripts;
}

test("the author's panel is in pages of the development server, and in no page that is built", () => {
  expect(scriptsIn("dev")).toEqual(['import "/src/cli/author/panel/panel.ts";']);
  expect(scriptsIn("build")).toEqual([]);
});
