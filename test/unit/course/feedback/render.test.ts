import { describe, expect, test } from "vitest";
import { generalMistakes } from "#course/exercise/mistakes.ts";
import type { Failure, Verdict } from "#course/exercise/verdict.ts";
import { fr } from "#course/feedback/fr/index.ts";
import { renderVerdict } from "#course/feedback/render.ts";
import { checksum, context, counterexample, failure, n, notRun, statement } from "./sample.ts";

const render = (verdict: Verdict) => renderVerdict(verdict, context);
const headline = (verdict: Verdict): string => render(verdict).headline;

describe("the words of the verdicts", () => {
  test("passed", () => {
    const view = render({ kind: "passed", seed: 0x7f3a, cases: { run: 214, passed: 214, total: 214 } });
    expect(view).toEqual({
      tone: "right",
      headline: n("Juste_: 214 cas sur 214."),
      mistake: null,
      advice: [n("La somme se replie_: RFC 1071.")],
      stages: null,
      case: null,
      printed: null,
      at: null,
      footer: "214 cas sur 214 réussis · graine 0x7f3a",
    });
  });

  test("failed, recognised: the mistake speaks, then the case", () => {
    const view = render({ kind: "failed", ...failure({ mistake: "carry-lost" }) });
    expect(view.headline).toBe("La retenue est perdue.");
    expect(view.mistake).toEqual({ title: null, message: n("Regardez_: 0xffff + 1.") });
    expect(view.case?.actual?.text).toBe("0x10e7 (4327)");
  });

  test("failed", () => {
    const view = render({ kind: "failed", ...failure({ mistake: "no-such-mistake" }) });
    expect(view.tone).toBe("wrong");
    expect(view.headline).toBe(
      n("Pour cet en-tête, la somme attendue est 0x11e7_; votre fonction rend 0x10e7."),
    );
    expect(view.mistake).toBeNull();
    expect(view.footer).toBe("186 cas sur 200 réussis · graine 0x7f3a");
  });

  test("threw, in a call", () => {
    const error = {
      code: "error",
      name: "TypeError",
      message: "cannot read property 'length' of undefined",
    } as const;
    const at = { line: 7, column: 3 };
    const view = render({ kind: "threw", ...failure({ at, mistake: "carry-lost" }), during: "call", error });
    expect(view.headline).toBe(
      n("Votre fonction s'arrête à la ligne 7_: «_cannot read property 'length' of undefined_»."),
    );
    expect(view.advice).toEqual([
      n("Le code lit `length` dans une valeur qui est `undefined` ou `null`. D'où vient cette valeur_?"),
    ]);
    expect(view.mistake?.title).toBe("La retenue est perdue.");
    expect(view.at).toEqual(at);
    expect(view.case).not.toBeNull();
  });

  test.each<[string, Partial<Extract<Failure, { kind: "threw" }>>, string]>([
    ["without a place", { at: null }, "Votre fonction s'arrête_: «_no_»."],
    ["while loading", { during: "load" }, "Votre fichier s'arrête à son chargement, à la ligne 2_: «_no_»."],
    [
      "too deep",
      { error: { code: "stack-overflow", name: "InternalError", message: "stack overflow" } },
      "Votre fonction s'arrête à la ligne 2_: trop d'appels imbriqués, la pile est pleine.",
    ],
    [
      "too large",
      { error: { code: "too-large", name: "", message: "" } },
      "Votre fonction rend une valeur trop grande pour être lue.",
    ],
    [
      "no error at all",
      { error: { code: "error", name: "", message: "" } },
      "Votre fonction s'arrête à la ligne 2_: elle lance une valeur qui n'est pas une erreur.",
    ],
    [
      "an error without a message",
      { error: { code: "error", name: "RangeError", message: "" } },
      "Votre fonction s'arrête à la ligne 2_: «_RangeError_».",
    ],
  ])("threw, %s", (_, changes, expected) => {
    const error = { code: "error", name: "Error", message: "no" } as const;
    const at = { line: 2, column: 1 };
    expect(headline({ kind: "threw", ...failure({ at }), during: "call", error, ...changes })).toBe(
      n(expected),
    );
  });

  test("a learner's own message is kept as it is, on one line, without advice", () => {
    const error = { code: "error", name: "Error", message: `a ? b : c\n${"x".repeat(500)}` } as const;
    const view = render({ kind: "threw", ...failure(), during: "call", error });
    expect(view.headline).toContain(n("«_a ? b : c xxx"));
    expect(view.headline.length).toBeLessThan(260);
    expect(view.advice).toEqual([]);
  });

  test("a limit's own message is not explained twice", () => {
    const error = { code: "too-large", name: "RangeError", message: "invalid array length" } as const;
    expect(render({ kind: "threw", ...failure(), during: "call", error }).advice).toHaveLength(1);
  });

  test.each<["load" | "call", "case" | "submission", number, string]>([
    [
      "call",
      "case",
      2_000_000,
      "Votre fonction ne se termine pas sur cette entrée (plus de 2 millions d'étapes).",
    ],
    [
      "call",
      "case",
      1_500_000,
      "Votre fonction ne se termine pas sur cette entrée (plus de 1,5 million d'étapes).",
    ],
    ["call", "case", 500_000, "Votre fonction ne se termine pas sur cette entrée (plus de 500_000 étapes)."],
    [
      "call",
      "submission",
      40_000_000,
      "Votre fonction prend trop d'étapes sur l'ensemble des cas (plus de 40 millions d'étapes).",
    ],
    [
      "load",
      "case",
      2_000_000,
      "Votre fichier ne se termine pas à son chargement (plus de 2 millions d'étapes).",
    ],
  ])("out of budget: %s, %s, %d steps", (during, limit, steps, expected) => {
    const view = render({ kind: "out-of-budget", ...failure(), during, limit, steps });
    expect(view.headline).toBe(n(expected));
    expect(view.advice).toHaveLength(1);
  });

  test("out of memory", () => {
    expect(headline({ kind: "out-of-memory", ...failure(), during: "call" })).toBe(
      "Votre fonction demande trop de mémoire sur cette entrée.",
    );
    expect(headline({ kind: "out-of-memory", ...failure(), during: "load" })).toBe(
      "Votre fichier demande trop de mémoire à son chargement.",
    );
  });

  test("timeout and internal error blame nobody, and say what to do", () => {
    const timeout = render({ kind: "timeout", ...notRun });
    expect(timeout.tone).toBe("attention");
    expect(timeout.headline).toBe("L'évaluation a dû être arrêtée.");
    expect(timeout.advice[0]).toContain("expression régulière");
    const internal = render({ kind: "internal-error", ...notRun, code: "worker-died", detail: "x" });
    expect(internal.tone).toBe("attention");
    expect(internal.headline).toBe("Le correcteur s'est trompé, pas vous. Votre code est gardé.");
    expect(internal.advice[0]).toMatch(/03\.1.*0x7f3a/);
    expect(internal.advice[1]).toBe(n("Détail_: worker-died, «_x_»."));
  });
});

describe("a file without a function", () => {
  const rejected = (
    reason: Extract<Failure, { kind: "did-not-compile" }>["reason"],
    detail = "",
    at = { line: 3, column: 14 },
  ) => render({ kind: "did-not-compile", ...notRun, reason, detail, at });

  test.each([
    ["empty", "Le fichier est vide.", "`export function ipChecksum(header)`"],
    ["too-large", "Le fichier est trop grand pour être évalué.", "bon fichier"],
    ["not-text", "Le fichier n'est pas du texte.", "UTF-8"],
    ["import", "Ligne 3, colonne 14_: `import` n'est pas permis.", "Supprimez cette ligne"],
    ["no-export", "Le fichier n'exporte pas `ipChecksum`.", "`export function ipChecksum(header)`"],
    [
      "default-export",
      "Le fichier exporte sa fonction par défaut, sans le nom `ipChecksum`.",
      "Remplacez `export default`",
    ],
    ["not-a-function", "`ipChecksum` n'est pas une fonction.", "Exportez une fonction"],
  ] as const)("%s", (reason, expected, advice) => {
    const view = rejected(reason);
    expect(view.tone).toBe("attention");
    expect(view.headline).toBe(n(expected));
    expect(view.advice.join(" ")).toContain(advice);
    expect(view.footer).toBe("Aucun cas exécuté · graine 0x7f3a");
  });

  test("syntax: line, column and what is missing", () => {
    const view = rejected("syntax", "Expected ')', got '{'");
    expect(view.headline).toBe(n("Ligne 3, colonne 14_: une parenthèse manque."));
    expect(view.advice).toEqual(["Le compilateur attend `)` à cet endroit."]);
    expect(view.at).toEqual({ line: 3, column: 14 });
  });

  test("syntax: the tool's own text when no sentence fits", () => {
    const view = rejected("syntax", "Something new : here");
    expect(view.headline).toBe(n("Ligne 3, colonne 14_: une erreur de syntaxe."));
    expect(view.advice).toEqual([n("Le compilateur dit_: «_Something new : here_».")]);
  });

  test("syntax without a place", () => {
    const verdict = {
      kind: "did-not-compile",
      ...notRun,
      reason: "syntax",
      detail: "Expression expected",
    } as const;
    expect(headline(verdict)).toBe("Une valeur ou une expression est attendue ici.");
  });

  test("TypeScript that is more than types", () => {
    const view = rejected("typescript-only", "TypeScript enum is not supported in strip-only mode");
    expect(view.headline).toBe(n("Ligne 3, colonne 14_: `enum` n'est pas permis."));
    expect(view.advice[0]).toContain("union");
  });
});

describe("around the case", () => {
  test.each(["extra", "golden", "edge", "generated"] as const)("origin %s is said", (origin) => {
    const view = render({ kind: "failed", ...failure({ counterexample: { ...counterexample, origin } }) });
    const words = {
      extra: "cas rejoué en premier",
      golden: "vecteur de référence",
      edge: "cas limite",
      generated: "cas tiré au hasard",
    };
    expect(view.case?.title).toBe(`Deux retenues de suite (${words[origin]})`);
  });

  test("a case that the statement does not name has its number", () => {
    const extra = { ...counterexample, origin: "extra", name: "extra", index: 0 } as const;
    const view = render({ kind: "failed", ...failure({ counterexample: extra }) });
    expect(view.case?.title).toBe("Cas 1 (cas rejoué en premier)");
  });

  test("a name from Object.prototype is no case and no mistake", () => {
    const odd = { ...counterexample, name: "constructor" };
    const view = render({ kind: "failed", ...failure({ counterexample: odd, mistake: "toString" }) });
    expect(view.case?.title).toBe("Cas 4 (vecteur de référence)");
    expect(view.mistake).toBeNull();
  });

  test("reductions and history are notes", () => {
    const notes = (shrinks: number, needsHistory: boolean) =>
      render({ kind: "failed", ...failure({ counterexample: { ...counterexample, shrinks, needsHistory } }) })
        .case?.notes;
    expect(notes(0, false)).toEqual([]);
    expect(notes(1, false)).toEqual(["Le plus petit cas trouvé, après 1 réduction."]);
    expect(notes(12, true)?.[0]).toBe("Le plus petit cas trouvé, après 12 réductions.");
    expect(notes(0, true)?.[0]).toMatch(/^Appelée seule sur cette entrée, votre fonction répond juste\./);
  });

  test("what was printed, and what was not kept", () => {
    const view = render({ kind: "failed", ...failure({ printed: "a : b\n", printedCut: 1200 }) });
    expect(view.printed).toEqual({
      text: "a : b\n",
      cutNote: n("L'affichage est coupé. 1_200 caractères ne sont pas gardés."),
    });
    expect(render({ kind: "failed", ...failure({ printed: "x" }) }).printed?.cutNote).toBeNull();
  });

  test("a run that stopped early says where", () => {
    const cases = { run: 13, passed: 12, total: 214 };
    expect(render({ kind: "failed", ...failure({ cases }) }).footer).toBe(
      "12 cas sur 214 réussis · arrêt au cas 13 · graine 0x7f3a",
    );
  });

  test("bytes bring their hex and the layout's name", () => {
    expect(render({ kind: "failed", ...failure() }).case?.inputs).toEqual([
      { label: "header", text: "4500 00ee", bytes: { hex: "450000ee", layout: "ipv4" } },
    ]);
  });

  test("so does the message inside an object", () => {
    const exercise = { ...checksum, result: { kind: "value", layouts: { ".packet": "ipv4" } } } as const;
    const found = {
      ...counterexample,
      expected: { action: "forward", packet: { $bytes: "45" } },
      difference: null,
    };
    const view = renderVerdict(
      { kind: "failed", ...failure({ counterexample: found }) },
      { exercise, statement },
    );
    expect(view.case?.expected.bytes).toEqual({ hex: "45", layout: "ipv4" });
  });
});

test.each(generalMistakes)("the general mistake %s has its words", (mistake) => {
  const view = render({ kind: "failed", ...failure({ mistake }) });
  expect(view.headline).toBe(fr.mistakes[mistake].title);
  expect(view.mistake?.message).toBe(fr.mistakes[mistake].message);
});
