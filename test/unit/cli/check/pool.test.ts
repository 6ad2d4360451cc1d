import { expect, test } from "vitest";
import { examineAll } from "../../../../src/cli/check/pool.ts";
import { copiedFolder } from "./copied-folder.ts";
import { soundDirectory } from "./sound-folder.ts";

test("a file that hangs the engine ends in a problem, and the other folders are examined", async () => {
  const hanging = copiedFolder("hanging", {
    "mistakes/endless.ts":
      "export function readPair() {\n  return Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);\n}\n",
  });
  const steps: string[] = [];
  const reports = await examineAll(
    [
      { id: "hanging/read-pair", directory: hanging },
      { id: "sound/read-pair", directory: soundDirectory },
    ],
    { size: 1, hangAfter: 8_000, watch: (id, { rule }) => steps.push(`${id} ${rule}`) },
  );
  expect(reports.map(({ id }) => id)).toEqual(["hanging/read-pair", "sound/read-pair"]);
  expect(reports[0]?.problems).toContainEqual({
    rule: "opens",
    problem: { code: "never-ended", during: "mistakes/endless.ts" },
  });
  expect(reports[1]).toMatchObject({ number: "01.1", problems: [] });
  expect(steps).toContain("sound/read-pair mutants");
});
