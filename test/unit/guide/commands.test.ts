import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guideSteps } from "./guide-steps.ts";
import { plain, workspace } from "./workspace.ts";

const root = new URL("../../../", import.meta.url);
const guides = new URL("content/fr/guide/", root);

/** Installing anew takes minutes: here npm only says what it would install, from a lockfile that fits. */
const instead: Readonly<Record<string, string>> = {
  "npm ci":
    "mkdir .ci && cp package.json package-lock.json .ci && cd .ci && npm ci --dry-run --offline --no-audit",
};

/** A minute for each and a port: each with the file of this project that runs it. */
const elsewhere: Readonly<Record<string, { readonly file: string; readonly says: RegExp }>> = {
  "npm run dev": { file: "package.json", says: /"dev": "node src\/cli\/prepare-engine.ts && astro dev"/ },
  "npm start": { file: "test/e2e/global-setup.ts", says: /src\/cli\/start\.ts/ },
};

describe.each(readdirSync(guides))("%s", (name) => {
  const steps = guideSteps(readFileSync(new URL(name, guides), "utf8"));
  let place: ReturnType<typeof workspace>;
  beforeAll(() => {
    place = workspace();
  });
  afterAll(() => place.leave());

  test("has commands", () => {
    expect(steps.filter(({ kind }) => kind === "command")).not.toEqual([]);
  });

  for (const step of steps) {
    const title = `line ${String(step.line)}: ${step.kind === "file" ? step.path : step.command}`;
    test(title, async () => {
      if (step.kind === "file") {
        place.write(step.path, step.text);
        return;
      }
      if (step.kind === "run") {
        expect(await place.run(step.command)).toEqual({ code: 0, output: "" });
        return;
      }
      const other = elsewhere[step.command];
      if (other !== undefined) {
        expect(readFileSync(new URL(other.file, root), "utf8")).toMatch(other.says);
        return;
      }
      const { code, output } = await place.run(instead[step.command] ?? step.command, step.until);
      if (step.until === null) expect(step.codes, output).toContain(code);
      else expect(plain(output)).toContain(step.until); // ended by Ctrl+C, as its reader ends it
      let rest = plain(output);
      for (const line of step.output) {
        if (line.trim() === "" || line.trim() === "…") continue;
        const at = rest.indexOf(line);
        expect(at, `« ${line} » in:\n${rest}`).not.toBe(-1);
        rest = rest.slice(at + line.length);
      }
    });
  }
});
