import { describe, expect, it } from "vitest";
import { contentsOf } from "../../../src/site/contents.ts";
import { inlineCode, scriptJson } from "../../../src/site/inline-code.ts";

describe("inlineCode", () => {
  it("makes code of backquotes and nothing else", () => {
    expect(inlineCode("rend `a < b` & <i>")).toBe("rend <code>a &lt; b</code> &amp; &lt;i&gt;");
  });
});

describe("scriptJson", () => {
  it("cannot close the script element it stands in, and reads back", () => {
    const value = { text: "</script><!--" };
    expect(scriptJson(value)).not.toContain("<");
    expect(JSON.parse(scriptJson(value))).toEqual(value);
  });
});

describe("contentsOf", () => {
  const heading = (slug: string, depth = 2) => ({ slug, depth, text: slug.toUpperCase() });

  it("puts sections and exercises in the order of the text", () => {
    const source = '## Un\n\n### Sous\n\n<Exercise id="a/b" />\n\n## Deux\n\n<Exercise id="c/d" />\n';
    expect(contentsOf(source, [heading("un"), heading("sous", 3), heading("deux")])).toEqual([
      { kind: "section", slug: "un", text: "UN" },
      { kind: "exercise", id: "a/b" },
      { kind: "section", slug: "deux", text: "DEUX" },
      { kind: "exercise", id: "c/d" },
    ]);
  });

  it("finds activities among exercises", () => {
    const source = '<Activity id="01.3-les-etapes" />\n\n<Exercise id="a/b" />\n';
    expect(contentsOf(source, [])).toEqual([
      { kind: "activity", id: "01.3-les-etapes" },
      { kind: "exercise", id: "a/b" },
    ]);
  });

  it("takes nothing from a code block", () => {
    const source = '```md\n## Faux\n<Exercise id="x/y" />\n```\n\n## Vrai\n';
    expect(contentsOf(source, [heading("vrai")])).toEqual([{ kind: "section", slug: "vrai", text: "VRAI" }]);
  });
});
