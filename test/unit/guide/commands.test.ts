import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readArguments } from "../../../src/cli/class/arguments.ts";
import { guideSteps } from "./guide-steps.ts";
import { plain, workspace } from "./workspace.ts";

const root = new URL("../../../", import.meta.url);
const guides = new URL("content/fr/guide/", root);

/** Installing anew takes minutes: here npm only says what it would install, from a lockfile that fits. */
const instead: Readonly<Record<string, string>> = {
  "npm ci":
    "mkdir .ci && cp package.json package-lock.json .ci && cd .ci && npm ci --dry-run --offline --no-audit",
};

/** Servers that take a minute and a port, and are not started here; each with the file that says how they start. */
const elsewhere: Readonly<Record<string, { readonly file: string; readonly says: RegExp }>> = {
  "npm run dev": { file: "package.json", says: /"dev": "node src\/cli\/prepare-engine.ts && astro dev"/ },
  "npm start": { file: "test/e2e/global-setup.ts", says: /src\/cli\/start\.ts/ },
};

const mount = z.object({ mountPath: z.string() });
const container = z.object({ args: z.array(z.string()), volumeMounts: z.array(mount) });
const job = z.object({
  kind: z.literal("Job"),
  spec: z.object({
    completionMode: z.string(),
    completions: z.int(),
    template: z.object({ spec: z.object({ containers: z.array(container) }) }),
  }),
});

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
      if (step.until === null) expect(code, output).toBe(step.code);
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

test("the teachers' manifest gives each Pod a part that the command takes", () => {
  const guide = readFileSync(new URL("enseignants.mdx", guides), "utf8");
  const manifest: unknown = parse(/```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? "");
  const { spec } = job.parse(manifest);
  const [container] = spec.template.spec.containers;
  const line =
    /^npm run --silent class -- (.*) \|\| \[ \$\? -eq 3 \]$/.exec(container?.args[0] ?? "")?.[1] ?? "";
  const words = line.replaceAll("$JOB_COMPLETION_INDEX", "3").replaceAll('"', "").split(/\s+/);
  expect(spec).toMatchObject({ completionMode: "Indexed", completions: 4 });
  expect(readArguments(words)).toMatchObject({
    paths: [container?.volumeMounts[0]?.mountPath],
    lab: "tp3",
    shard: { index: 3, of: spec.completions },
    out: `${container?.volumeMounts[1]?.mountPath ?? ""}/partie-3`,
  });
});
