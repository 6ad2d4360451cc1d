import { expect, test } from "vitest";
import { phaseOf } from "#course/classroom/phase.ts";
import { duration, latenessRule, longDate, statusText, timelinessText } from "../../../src/site/lab/words.ts";

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const due = Date.UTC(2027, 0, 25, 19);
const lab = { opens: due - 7 * day, due, late: { percentPerDay: 10, days: 3 } };
const plain = (text: string): string => text.replaceAll("\u202f", "_");

test("a date is written out, in Paris in winter and in summer", () => {
  expect(longDate(due)).toBe("lundi 25 janvier 2027 à 20:00");
  expect(longDate(Date.UTC(2027, 6, 1, 6))).toBe("jeudi 1er juillet 2027 à 08:00");
});

test.each([
  [0, "moins d’une minute"],
  [59_999, "moins d’une minute"],
  [minute, "1 minute"],
  [hour - 1, "59 minutes"],
  [hour, "1 heure"],
  [2 * hour + minute, "2 heures et 1 minute"],
  [day + 59 * minute, "1 jour"],
  [12 * day + 5 * hour + 59 * minute, "12 jours et 5 heures"],
])("%i ms are %s", (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test.each([
  [
    { percentPerDay: 10, days: 3 },
    "Chaque jour de retard commencé retire 10_% des points, jusqu’au jeudi 28 janvier 2027 à 20:00. Ensuite, une remise ne compte plus.",
  ],
  [
    { percentPerDay: 0, days: 1 },
    "Un retard ne retire rien, jusqu’au mardi 26 janvier 2027 à 20:00. Ensuite, une remise ne compte plus.",
  ],
  [{ percentPerDay: 2.5, days: 0 }, "Une remise en retard ne compte pas."],
  [{ percentPerDay: 100, days: 3 }, "Une remise en retard ne compte pas."],
  [undefined, "Une remise en retard garde tous ses points."],
])("the rule %o in words", (late, text) => {
  expect(plain(latenessRule({ opens: lab.opens, due, ...(late && { late }) }))).toBe(text);
});

test.each([
  [-8 * day, "Ouvre dans 1 jour."],
  [-50 * minute, "Ouvert_: il reste 50 minutes."],
  [
    1,
    "1 jour de retard_: une remise faite maintenant perd 10_% de ses points, et en garde au plus 13,5 sur 15.",
  ],
  [
    day + 1,
    "2 jours de retard_: une remise faite maintenant perd 20_% de ses points, et en garde au plus 12 sur 15.",
  ],
  [3 * day + 1, "Terminé_: une remise ne compte plus."],
])("%i ms after the due date", (ms, text) => {
  expect(plain(statusText(phaseOf(lab, due + ms), 15))).toBe(text);
});

test.each([
  [-8 * day, "Elle est faite à temps."],
  [0, "Elle est faite à temps."],
  [day + 1, "Elle est en retard de 2 jours, et garde 80_% de ses points."],
  [3 * day + 1, "Elle est faite après la dernière date, et ne compte pas."],
])("a hand-in made %i ms after the due date", (ms, text) => {
  expect(plain(timelinessText(phaseOf(lab, due + ms)))).toBe(text);
});

test("without a policy a late hand-in is said to lose nothing", () => {
  const free = { opens: lab.opens, due };
  expect(plain(statusText(phaseOf(free, due + 1), 15))).toBe(
    "1 jour de retard_: une remise faite maintenant garde tous ses points.",
  );
  expect(timelinessText(phaseOf(free, due + 1))).toBe("Elle est en retard, et garde tous ses points.");
});
