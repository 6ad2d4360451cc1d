import type {
  ClassResults,
  GradedActivity,
  GradedHandIn,
} from "../../../../../src/course/classroom/graded.ts";
import type { Materials } from "../../../../../src/course/classroom/report/materials.ts";
import type { Verdict } from "../../../../../src/course/exercise/verdict.ts";

/** A lab of two activities and three students, small enough to work out every table by hand. */
const failed: Verdict = {
  kind: "failed",
  seed: 7,
  cases: { run: 10, passed: 8, total: 10 },
  counterexample: {
    origin: "edge",
    name: "two-carries",
    index: 3,
    shrinks: 2,
    input: [{ $bytes: "ffff0001" }],
    expected: 1,
    actual: 0,
    difference: { path: "", expected: 1, actual: 0, bits: { from: 15, to: 15 }, field: "Header Checksum" },
    needsHistory: false,
  },
  mistake: "carry-lost",
  printed: "",
  printedCut: 0,
  at: null,
};

export const graded = (change: Partial<GradedActivity>): GradedActivity => ({
  number: "03.1",
  id: "ipv4/sum",
  share: 1,
  state: "passed",
  verdict: { kind: "passed", seed: 7, cases: { run: 10, passed: 10, total: 10 } },
  mistakes: [],
  claimed: true,
  agrees: true,
  attempts: 1,
  hints: 0,
  solutionShown: false,
  time: 0,
  source: "export const sum = () => 1;",
  ...change,
});

export const wrongSum = graded({
  share: 0,
  state: "failed",
  verdict: failed,
  mistakes: ["carry-lost"],
  claimed: false,
  attempts: 6,
  hints: 2,
  time: 1_530_000,
});

const quiz = (change: Partial<GradedActivity>): GradedActivity =>
  graded({ number: "08.2", id: "activites/08.2-lire", verdict: null, source: null, ...change });

export const handIn = (
  number: string,
  name: string,
  group: string,
  activities: GradedActivity[],
  late: Partial<GradedHandIn> = {},
): GradedHandIn => ({
  path: `${number}.prip.json`,
  others: [],
  lab: "tp3",
  student: { number, name, group },
  made: 1_800_000_000_000,
  kept: 1,
  daysLate: 0,
  activities,
  ...late,
});

export const smallClass: Omit<ClassResults, "handIns"> & { readonly handIns: readonly GradedHandIn[] } = {
  lab: { number: "tp3", title: "Calculer & vérifier", due: 1_800_000_000_000 },
  seed: 7,
  activities: [
    { number: "03.1", id: "ipv4/sum", title: "Somme de contrôle", points: 4 },
    { number: "08.2", id: "activites/08.2-lire", title: "Lire une table", points: 2.5 },
  ],
  handIns: [
    handIn("0012", "Zoé D'Août", "B2", [graded({ time: 90_000 }), quiz({ attempts: 2 })]),
    handIn("0034", '=HYPERLINK("x")', "B1", [
      wrongSum,
      quiz({
        share: 0.5,
        state: "partial",
        mistakes: ["lecture/boucle:self"],
        claimed: true,
        agrees: false,
      }),
    ]),
    handIn(
      "0056",
      'Léa; "la" <Rapide>',
      "B1",
      [
        graded({ share: 0.5, state: "partial", verdict: null, claimed: null }),
        quiz({ state: "missing", share: 0, claimed: null, attempts: 0 }),
      ],
      { daysLate: 2, kept: 0.75 },
    ),
  ],
  problems: [
    { path: "remises.zip/a.zip", number: "", code: "broken-zip", activity: "", detail: "" },
    {
      path: "tp3-X-0034.prip.json",
      number: "0034",
      code: "claim-differs",
      activity: "08.2",
      detail: "passed",
    },
  ],
};

export const materials: Materials = new Map([
  [
    "ipv4/sum",
    {
      kind: "exercise",
      context: {
        exercise: {
          number: "03.1",
          entry: "sum",
          parameters: [{ name: "header", shape: { kind: "bytes" } }],
          result: { kind: "uint", bits: 16, base: 16, field: "Header Checksum" },
        },
        statement: {
          title: "Somme de contrôle",
          summary: "Calculer une somme.",
          hints: ["a ?", "b", "c"],
          mistakes: { "carry-lost": { title: "La retenue est perdue.", message: "Ajoutez `sum >>> 16`." } },
          cases: { "two-carries": "Deux retenues de suite" },
          lesson: "La retenue revient par le bas.",
        },
      },
      given: ["export const sum = () => 0;"],
    },
  ],
  [
    "activites/08.2-lire",
    {
      kind: "activity",
      activity: {
        number: "08.2",
        title: "Lire une table",
        summary: "Choisir des lignes.",
        level: 1,
        points: 2,
        lesson: "Ligne par ligne.",
        parts: [
          {
            id: "lecture",
            kind: "rows",
            title: "Six questions",
            columns: ["Destination", "Passerelle"],
            rows: [
              { id: "self", cells: ["10.0.0.1", "127.0.0.1"] },
              { id: "loopback", cells: ["127.0.0.0", "127.0.0.1"] },
            ],
            questions: [
              {
                id: "boucle",
                text: "Quelle ligne donne la boucle ?",
                right: ["loopback"],
                good: "Oui.",
                wrong: { self: "Sa destination n'est pas un réseau." },
                otherwise: "Une autre.",
              },
            ],
          },
        ],
      },
    },
  ],
]);
