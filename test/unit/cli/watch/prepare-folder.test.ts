import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderError } from "../../../../src/cli/watch/folder-error.ts";
import { prepareFolder } from "../../../../src/cli/watch/prepare-folder.ts";
import { selectTasks } from "../../../../src/cli/watch/select.ts";
import { loadTasks, type Task } from "../../../../src/cli/watch/tasks.ts";
import { given, student, type Student } from "./student.ts";

let tasks: readonly Task[];
let one: Student;
beforeAll(async () => {
  tasks = await loadTasks();
  one = student();
  await prepareFolder(one.folder, tasks, ({ starter }) => starter);
});
afterAll(() => one.leave());

test("a folder a chapter, a file an exercise, by number", () => {
  expect(readdirSync(one.folder)).toContain("03-verifier-et-reecrire");
  expect(readdirSync(one.path("03-verifier-et-reecrire")).toSorted()).toEqual([
    "03.1-checksum.ts",
    "03.2-check-header.ts",
    "03.3-decrement-ttl.ts",
    "03.4-parse-options.ts",
  ]);
  expect(one.read("03-verifier-et-reecrire/03.1-checksum.ts")).toContain(given("ipv4/checksum/starter.ts"));
});

test("every file says its task in the opening comment and knows the types of the course: no complaint by TypeScript", () => {
  for (const { file, exercise, header } of tasks) {
    expect(header, file).toMatch(/^\/\*\n \* \d\d\.\d {2}\S.*\n \*\n \* \S.{20}/);
    expect(header, file).toContain(exercise.number);
  }
  const read = ts.getParsedCommandLineOfConfigFile(one.path("tsconfig.json"), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
    },
  });
  const program = ts.createProgram(read?.fileNames ?? [], read?.options ?? {});
  expect(read?.fileNames).toHaveLength(tasks.length + 1);
  const complaints = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
  expect(complaints).toEqual([]);
});

test("what is there is never written over, and types of another version are noticed", async () => {
  one.write("03-verifier-et-reecrire/03.1-checksum.ts", "mine");
  one.write("types/prip.d.ts", "type Ip = number;");
  rmSync(one.path("03-verifier-et-reecrire/03.2-check-header.ts"));
  const { written, otherTypes } = await prepareFolder(one.folder, tasks, () => "again\n");
  expect({ written, otherTypes }).toEqual({
    written: ["03-verifier-et-reecrire/03.2-check-header.ts"],
    otherTypes: true,
  });
  expect(one.read("03-verifier-et-reecrire/03.1-checksum.ts")).toBe("mine");
  expect(one.read("03-verifier-et-reecrire/03.2-check-header.ts")).toMatch(/again\n$/);
});

describe("a folder that cannot be used", () => {
  test("a file stands where the folder should be", async () => {
    const other = student();
    writeFileSync(other.folder, "a file");
    await expect(prepareFolder(other.folder, tasks, () => "")).rejects.toThrow("un dossier est attendu");
    other.leave();
  });

  test("a folder stands where a file should be", async () => {
    const other = student();
    mkdirSync(other.path("prip-travaux.json"), { recursive: true });
    await expect(other.once("--only", "03")).rejects.toThrow("un dossier est attendu");
    other.leave();
  });

  test.each([
    ["EACCES", "l'accès est refusé"],
    ["EROFS", "l'accès est refusé"],
    ["ENOSPC", "le disque est plein"],
    ["EIO", "(EIO)"],
  ])("%s", (code, words) => {
    expect(folderError("mes", Object.assign(new Error(code), { code })).message).toContain(words);
  });
});

describe("choosing exercises", () => {
  const numbers = (...only: string[]) => selectTasks(tasks, only).map(({ exercise }) => exercise.number);

  test("a chapter, a number, an id, several, in the order of the course", () => {
    expect(numbers("3")).toEqual(["03.1", "03.2", "03.3", "03.4"]);
    expect(numbers("02.1,ipv4/checksum", "01.1")).toEqual(["01.1", "02.1", "03.1"]);
    expect(numbers()).toHaveLength(tasks.length);
  });

  test("an unknown name is refused, with the nearest ones", () => {
    expect(() => numbers("checksun")).toThrow("ipv4/checksum");
    expect(() => numbers("77")).toThrow("« 77 »".replaceAll(" ", "\u202f"));
  });
});
