/** Code exercises and other activities of each chapter, in order: chapter 1 has three, 01.1 to 01.3. */
const activities: readonly number[] = [3, 4, 4, 3, 6, 4, 4, 8, 5, 7, 4, 4, 5, 6, 5, 6, 4, 6];

/** Whether the course has, or will have, an activity of this number (`03.1`). */
export function isPlanned(number: string): boolean {
  const match = /^(\d\d)\.([1-9]\d?)$/.exec(number);
  return match !== null && Number(match[2]) <= (activities[Number(match[1]) - 1] ?? 0);
}

/** Whether an exercise may have this number: a chapter of the plan and any place in it, since authors add to it. */
export function isNumber(number: string): boolean {
  const match = /^(\d\d)\.([1-9]\d?)$/.exec(number);
  return match !== null && activities[Number(match[1]) - 1] !== undefined;
}
