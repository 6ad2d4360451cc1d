import { describe, expect, test } from "vitest";
import { readArguments } from "../../../../src/cli/class/arguments.ts";
import { usage } from "../../../../src/cli/class/sentences.fr.ts";

describe("the command line", () => {
  test("takes folders, lab, seed, private folder, results and part", () => {
    const line = "grade a b.zip --lab tp3 --seed 0x10 --private p --out o --shard 3/4 --jobs 2";
    expect(readArguments(line.split(" "))).toEqual({
      kind: "grade",
      paths: ["a", "b.zip"],
      lab: "tp3",
      seed: 16,
      private: "p",
      out: "o",
      shard: { index: 3, of: 4 },
      jobs: 2,
    });
    expect(readArguments(["merge", "a", "b", "--out", "o"])).toEqual({
      kind: "merge",
      parts: ["a", "b"],
      out: "o",
      private: undefined,
    });
    expect(readArguments([])).toEqual({ kind: "help" });
    expect(readArguments(["grade", "--help"])).toEqual({ kind: "help" });
  });

  test.each([
    ["grade", "Il manque le dossier des remises."],
    ["grade a --shard 0/2", "Avec --shard, ajoutez --out"],
    ["grade a --shard 2/2 --out o", "« 2/2 » n'est pas une partie"],
    ["grade a --shard 0/0 --out o", "« 0/0 » n'est pas une partie"],
    ["grade a --seed 4294967296", "La graine « 4294967296 »"],
    ["grade a --jobs 0", "« 0 » n'est pas un nombre de fils"],
    ["grade a --json", "L'option « --json » n'existe pas."],
    ["merge a", "Ajoutez --out"],
    ["merge --out o", "Il manque les dossiers des parties"],
    ["note a", "« note » n'est pas une commande."],
  ])("%s is refused in words", (line, sentence) => {
    const plain = (text: string): string => text.replaceAll("\u202f", " ");
    let said = "";
    try {
      readArguments(line.split(" "));
    } catch (error) {
      said = error instanceof Error ? plain(error.message) : "";
    }
    expect(said).toContain(sentence);
  });

  test("the manifest in the help keeps its YAML: French spacing would break it", () => {
    expect(usage).toContain("completionMode: Indexed");
    expect(usage).toContain('--shard "$JOB_COMPLETION_INDEX/4"');
    expect(usage).toContain("Plusieurs machines. Chaque partie");
    expect(usage).toContain("reprend où elle s'est arrêtée\u202f:");
  });
});
