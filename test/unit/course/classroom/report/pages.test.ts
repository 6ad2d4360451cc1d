import { describe, expect, test } from "vitest";
import { reportFiles } from "../../../../../src/course/classroom/report/files.ts";
import { html, inline } from "../../../../../src/course/classroom/report/html.ts";
import { graded, handIn, materials, smallClass, wrongSum } from "./small-class.ts";
import { elementsOf, textOf } from "./well-formed.ts";

const files = new Map([...reportFiles(smallClass, materials)].map(({ path, text }) => [path, text]));
const read = (path: string): string => files.get(path) ?? "";

describe("a piece of a page", () => {
  test("escapes what is put in, keeps what is markup, and sets French spaces in its own text", () => {
    const value = `<b title="x">&'`;
    expect(html`<p title="${value}">Nom : ${value}${[html`<br />`, null, 3]} !</p>`.text).toBe(
      '<p title="&lt;b title=&quot;x&quot;&gt;&amp;&#39;">Nom\u202f: &lt;b title=&quot;x&quot;&gt;&amp;&#39;<br />3\u202f!</p>',
    );
  });

  test("a sentence has code between backquotes and curly apostrophes outside it", () => {
    expect(inline("L'octet `l'x<y` d'abord").text).toBe("L’octet <code>l&#39;x&lt;y</code> d’abord");
  });
});

describe("the files of a class", () => {
  test("are the tables, the class page and a page a student, in this order", () => {
    expect([...files.keys()]).toEqual([
      "notes.csv",
      "resultats.csv",
      "problemes.csv",
      "junit.xml",
      "classe.html",
      "remises/0012.html",
      "remises/0034.html",
      "remises/0056.html",
    ]);
  });

  test("two students with one number have a page each, also where only the case of a letter differs", () => {
    const handIns = ["a1", "a1", "A1"].map((number) => handIn(number, "X", "", []));
    const paths = Array.from(reportFiles({ ...smallClass, handIns }, materials), ({ path }) => path);
    expect(paths.slice(5)).toEqual(["remises/a1.html", "remises/a1~2.html", "remises/A1~3.html"]);
  });

  test.each(["classe.html", "remises/0012.html", "remises/0034.html", "remises/0056.html"])(
    "%s is well-formed, has no script, nothing from another host, and every link within it leads somewhere",
    (path) => {
      const elements = elementsOf(read(path));
      const ids = elements.flatMap(({ attributes }) => attributes["id"] ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      expect(elements.filter(({ name }) => ["script", "link", "img", "iframe"].includes(name))).toEqual([]);
      for (const { attributes } of elements) {
        const { href } = attributes;
        if (href === undefined) continue;
        if (href.startsWith("#")) expect(ids).toContain(href.slice(1));
        else expect([...files.keys()]).toContain(href);
      }
    },
  );

  test("nothing at all gives pages too", () => {
    const empty = { ...smallClass, activities: [], handIns: [], problems: [] };
    for (const { path, text } of reportFiles(empty, new Map()))
      if (path.endsWith("ml")) expect(elementsOf(text).length).toBeGreaterThan(0);
  });

  test("an activity without material is shown by its names", () => {
    const handIns = [handIn("1", "X", "", [wrongSum])];
    const page = [...reportFiles({ ...smallClass, handIns }, new Map())].find(({ path }) =>
      path.startsWith("rem"),
    );
    expect(textOf(page?.text ?? "")).toContain("carry-lost");
  });
});

describe("a student's page", () => {
  test("says the verdict in the site's words, with the bits that differ and what the workbook had said", () => {
    const text = textOf(read("remises/0034.html"));
    for (const sentence of [
      '=HYPERLINK("x") · nº 0034 · B1',
      "1,25 point sur 6,5",
      "✗ À revoir\u202f: La retenue est perdue.",
      "Ajoutez sum >>> 16.",
      "Deux retenues de suite",
      "8 cas sur 10 réussis",
      "2 indices demandés.",
      "Quelle ligne donne la boucle\u202f? Réponse\u202f: «\u202f10.0.0.1 127.0.0.1\u202f»",
      "Sa destination n’est pas un réseau.",
      "Votre cahier annonçait cette activité réussie\u202f; la notation, avec d’autres cas, trouve une erreur.",
    ])
      expect(text).toContain(sentence);
    expect(read("remises/0034.html")).toContain("00000000 0000000<mark>1</mark>");
  });

  test("says how late it was and what is missing", () => {
    const text = textOf(read("remises/0056.html"));
    expect(text).toContain("Retard\u202f: 2 jours, 75 % des points gardés.");
    expect(text).toContain("Rien n’est rendu pour cette activité.");
  });

  test("hands in at 09:00, French winter time, whatever the machine's zone", () => {
    expect(textOf(read("remises/0012.html"))).toContain(
      "Remise du 15/01/2027 à 09:00, heure de Paris. Rendu à temps.",
    );
  });
});

describe("two answers in bytes", () => {
  test("stand one above the other, eight bytes a line, with what differs marked", () => {
    const { verdict } = wrongSum;
    if (verdict?.kind !== "failed" || verdict.counterexample === null)
      throw new Error("not the verdict meant");
    const counterexample = {
      ...verdict.counterexample,
      expected: { $bytes: "000102030405060708" },
      actual: { $bytes: "0001020304050607" },
    };
    const exercise = materials.get("ipv4/sum");
    if (exercise?.kind !== "exercise") throw new Error("not the material meant");
    const bytes = new Map(materials).set("ipv4/sum", {
      ...exercise,
      context: { ...exercise.context, exercise: { ...exercise.context.exercise, result: { kind: "bytes" } } },
    });
    const handIns = [
      handIn("1", "X", "", [graded({ state: "failed", verdict: { ...verdict, counterexample } })]),
    ];
    const page = [...reportFiles({ ...smallClass, handIns }, bytes)].at(-1)?.text ?? "";
    expect(page.replaceAll(/\s*\n\s*/g, "")).toContain(
      '<th scope="row">8 attendu</th><td><mark>08</mark></td>',
    );
    expect(page.replaceAll(/\s*\n\s*/g, "")).toContain(
      '<th scope="row">8 obtenu</th><td><mark>∅</mark></td>',
    );
  });
});
