import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { offeredFiles } from "../../../../src/cli/class/offered-files.ts";

test("a link that leads to itself is offered as what cannot be read; the files after it come", () => {
  const folder = mkdtempSync(join(tmpdir(), "offered-"));
  try {
    symlinkSync("a.prip.json", join(folder, "a.prip.json"));
    symlinkSync("nowhere", join(folder, "b.prip.json"));
    writeFileSync(join(folder, "c.prip.json"), "{}");
    const [loop, file, ...more] = offeredFiles([folder]);
    expect(loop?.path).toBe("a.prip.json");
    expect(() => loop?.read()).toThrow("ELOOP");
    expect([file?.path, more]).toEqual(["c.prip.json", []]);
    expect(() => [...offeredFiles([join(folder, "a.prip.json")])]).toThrow("ne se laisse pas lire");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
