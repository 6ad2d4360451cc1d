import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { labSchema } from "#course/classroom/lab.ts";
import { commandIn } from "./command.ts";

const { made, make } = commandIn("new-lab");
const activities = join(made, "content/fr/activities");
mkdirSync(activities, { recursive: true });
writeFileSync(join(activities, "03.1.yaml"), 'number: "03.1"\n');
writeFileSync(join(activities, "03.4.yaml"), "number: 03.4\n");

test("a lab is valid as it is: next week from Monday to Sunday, its activities once each", async () => {
  const { code, stdout, stderr } = await make([
    "lab",
    "tp7",
    "--title",
    "La « couche 3 »",
    "--activities",
    "03.1,03.4, 03.1",
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("content/labs/tp7.yaml");
  const lab = labSchema.parse(
    parse(readFileSync(join(made, "content/labs/tp7.yaml"), "utf8"), { schema: "failsafe" }),
  );
  expect(lab).toMatchObject({
    number: "tp7",
    title: "La « couche 3 »",
    opens: Date.parse("2027-01-25T07:00:00Z"),
    due: Date.parse("2027-01-31T19:00:00Z"),
    activities: [{ activity: "03.1" }, { activity: "03.4" }],
  });
});

test.each([
  ["a name that is none", ["lab", "7"], "tp7"],
  ["a lab that exists", ["lab", "tp7", "--title", "t", "--activities", "03.1"], "existe déjà"],
  ["an activity that nobody wrote", ["lab", "tp8", "--title", "t", "--activities", "03.1, 03.2"], "« 03.2 »"],
  ["a lab without options", ["lab", "tp8"], "--title, --activities"],
  ["a chapter outside the programme", ["chapter", "19", "--title", "t"], "src/site/programme.ts"],
  ["a chapter by its name", ["chapter", "udp", "--title", "t"], "npm run new:chapter -- 10"],
  ["something else", ["quiz", "x"], "new:exercise"],
])("%s is refused: says what to write", async (_, args, words) => {
  if (args[1] === "tp7") await make(args);
  const { code, stdout, stderr } = await make(args);
  expect(stderr.replaceAll("\u202f", " ")).toContain(words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
});

test("a chapter has its front matter and embeds the exercises that are there; a second one is refused", async () => {
  const exercise = join(made, "graders/udp/read-port");
  mkdirSync(exercise, { recursive: true });
  writeFileSync(join(exercise, "exercise.ts"), '  number: "10.1",\n');
  const { code, stderr } = await make(["chapter", "10", "--title", "UDP et TCP, à la loupe"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const text = readFileSync(join(made, "content/fr/chapters/10-udp-et-tcp-a-la-loupe.mdx"), "utf8");
  expect(parse(/^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? "")).toMatchObject({
    number: 10,
    title: "UDP et TCP, à la loupe",
    summary: expect.any(String) as string,
    objectives: [expect.any(String) as string],
  });
  expect(text).toContain('<Exercise id="udp/read-port" />');
  expect((await make(["chapter", "10", "--title", "Encore"])).stderr).toContain("existe déjà");
});
