/**
 * What is wrong with an exercise folder, as data: a code and what its sentence needs (`sentences.fr.ts`). `file`
 * is relative to the folder.
 */
export type Problem =
  // What is in the folder
  | { readonly code: "file-missing"; readonly file: string }
  | { readonly code: "file-unexpected"; readonly file: string }
  | { readonly code: "exercise-does-not-load"; readonly detail: string }
  | { readonly code: "statement-invalid"; readonly at: string; readonly detail: string }
  | { readonly code: "hints-not-three"; readonly found: number }
  | { readonly code: "equivalents-invalid"; readonly detail: string }
  // Types
  | {
      readonly code: "type-error";
      readonly file: string;
      readonly line: number;
      readonly column: number;
      readonly detail: string;
    }
  // Facts about the exercise
  | { readonly code: "fact-wrong"; readonly fact: Fact; readonly value: string }
  | { readonly code: "prerequisite-unknown"; readonly number: string }
  | { readonly code: "number-taken"; readonly number: string; readonly by: string }
  | { readonly code: "name-twice"; readonly name: string }
  | { readonly code: "name-not-kebab"; readonly name: string }
  | { readonly code: "sentence-missing"; readonly section: Section; readonly name: string }
  | { readonly code: "sentence-left-over"; readonly section: Section; readonly name: string }
  // Stages
  | { readonly code: "stage-of-case"; readonly name: string; readonly found: number }
  | { readonly code: "stage-case-unknown"; readonly stage: string; readonly name: string }
  | { readonly code: "stage-points"; readonly sum: number; readonly points: number }
  // The reference and its cases
  | { readonly code: "reference-threw"; readonly detail: string }
  | {
      readonly code: "golden-disagrees";
      readonly name: string;
      readonly expected: string;
      readonly actual: string;
    }
  | { readonly code: "reference-changes-argument"; readonly name: string }
  | { readonly code: "case-not-accepted"; readonly name: string; readonly input: string }
  | { readonly code: "accepts-anything"; readonly input: string }
  | { readonly code: "accepts-threw"; readonly input: string }
  | { readonly code: "generator-does-not-shrink"; readonly name: string; readonly input: string }
  // The learner's side
  | { readonly code: "starter-passes" }
  | { readonly code: "does-not-open"; readonly file: string; readonly detail: string }
  | { readonly code: "solution-fails"; readonly seed: number; readonly kind: string; readonly name: string }
  | {
      readonly code: "budget-too-small";
      readonly limit: "case" | "submission";
      readonly used: number;
      readonly allowed: number;
    }
  | {
      readonly code: "mistake-passes";
      readonly file: string;
      readonly name: string;
      readonly seed: number;
      /** In which cases it goes wrong, in the author's words (« deux retenues s'enchaînent »), if its file says so. */
      readonly where: string | null;
    }
  | {
      readonly code: "mistake-not-recognised";
      readonly file: string;
      readonly name: string;
      readonly seed: number;
      readonly as: string | null;
    }
  | { readonly code: "mistake-keeps-state"; readonly file: string }
  | { readonly code: "mistakes-alike"; readonly file: string; readonly other: string }
  // The mutation score
  | {
      readonly code: "mutant-survives";
      readonly line: number;
      readonly before: string;
      readonly after: string;
    }
  | { readonly code: "equivalent-unknown"; readonly before: string; readonly after: string }
  | {
      readonly code: "equivalent-refused";
      readonly before: string;
      readonly after: string;
      readonly name: string;
    }
  // The checker itself
  | { readonly code: "never-ended"; readonly during: string }
  | { readonly code: "grader-failed"; readonly file: string; readonly detail: string };

/** Where sentences stand in a statement's front matter. */
export type Section = "mistakes" | "cases" | "stages";

/** A number or a name in `exercise.ts` that makes no sense. */
export type Fact =
  | "number"
  | "entry"
  | "level"
  | "points"
  | "parameters"
  | "golden-source"
  | "no-golden"
  | "no-edges"
  | "no-generators";
