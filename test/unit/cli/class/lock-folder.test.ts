import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockFile, lockFolder } from "../../../../src/cli/class/lock-folder.ts";

test("a folder that a living run writes into is refused; the mark of a dead one does not hold", () => {
  const out = mkdtempSync(join(tmpdir(), "lock-"));
  const mark = join(out, lockFile);
  try {
    writeFileSync(mark, `${hostname()} ${String(process.ppid)}`);
    expect(() => lockFolder(out)).toThrow("Une autre notation");
    writeFileSync(mark, `${hostname()} 999999999`);
    const unlock = lockFolder(out);
    expect(existsSync(mark)).toBe(true);
    unlock();
    expect(existsSync(mark)).toBe(false);
  } finally {
    rmSync(out, { recursive: true });
  }
});
