import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { textOf } from "../../../fixtures/class/hand-in-of.ts";
import { lab, runHere } from "./run-class.ts";

test("an empty folder and results that cannot be written are refused before anything is graded", async () => {
  const scratch = mkdtempSync(join(tmpdir(), "refused-"));
  try {
    const [empty, folder, file] = ["empty", "hand-ins", "file"].map((name) => join(scratch, name));
    if (empty === undefined || folder === undefined || file === undefined) throw new Error("three paths");
    mkdirSync(empty);
    await expect(runHere("grade", empty, "--lab", lab, "--out", join(scratch, "out"))).rejects.toThrow(
      "Aucune remise ici.",
    );
    mkdirSync(folder);
    const student = { number: "1", name: "A", group: "" };
    writeFileSync(join(folder, "a.prip.json"), textOf({ student, done: {} }, new Map()));
    writeFileSync(file, "");
    await expect(runHere("grade", folder, "--lab", lab, "--out", file)).rejects.toThrow(
      "autre dossier avec --out",
    );
    expect(readdirSync(scratch).toSorted()).toEqual(["empty", "file", "hand-ins"]);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});
