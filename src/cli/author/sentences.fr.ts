import { french, frenchNumber } from "../../course/feedback/fr/typography.ts";

/** What the author's panel says besides the sentences of the check and the verdicts. */
export const noArguments = french`Ce n'est pas une liste d'arguments : écrivez du JSON, par exemple [{"$bytes":"4500"}, 64].`;
export const notAccepted = french`« accepts » refuse ces arguments : changez-les, ou élargissez « accepts ».`;
export const threw = (name: string, message: string): string => french`${name} : ${message}`;
export const referenceFailed = (detail: string): string => french`La référence s'arrête : ${detail}`;
export const notRead = french`exercise.ts ne se charge pas : corrigez-le d'abord.`;

export const title = (id: string): string => french`Auteur : ${id}`;
export const waiting = "Examen en cours…";
export const lost = "Le serveur de développement ne répond plus.";

export const starter = (passed: boolean): string =>
  passed ? "Le code de départ réussit déjà." : "Le code de départ échoue, comme il se doit.";
export const solution = (passed: boolean): string =>
  passed ? "La solution réussit." : "La solution échoue.";

export const mistakes = (caught: number, all: number): string =>
  french`Fautes reconnues : ${caught} sur ${all}`;
export const caughtBy = (name: string): string => french`cas « ${name} »`;
export const notCaught = "aucun cas ne la refuse";
export const notRecognised = (name: string): string =>
  french`refusée par le cas « ${name} », mais pas reconnue`;

export const mutants = (refused: number, all: number, equivalent: number): string =>
  french`Changements de la solution refusés : ${refused} sur ${all}` +
  (equivalent === 0 ? "" : `, ${equivalent} sans effet`);
export const mutantsWaiting = "Changements de la solution : en cours…";

export const slowest = (name: string, steps: number, lump: number): string =>
  steps === 0
    ? french`Aucun cas ne prend ${frenchNumber(lump)} pas à la solution.`
    : french`Cas le plus long : « ${name} », ${frenchNumber(steps)} pas, à ${frenchNumber(lump)} près.`;

export const samples = (seed: number): string => french`Exemples des générateurs (graine ${seed})`;
export const otherSeed = "Autre graine";
export const problems = (count: number): string =>
  count === 0 ? "Aucun défaut." : `${count} défaut${count > 1 ? "s" : ""} à corriger`;

export const reference = "Réponse de la référence";
export const referenceInput = "Arguments, en JSON";
export const calculate = "Calculer";
