/**
 * The names of the records. The number is the format: a later format takes another number and reads the older ones;
 * an older program leaves the later ones alone.
 */
export const prefix = "prip/";
const format = `${prefix}1/`;

/** One a tab and exercise: no tab ever writes another's draft. */
export const draftKey = (exercise: string, writer: string): string => `${draftKeys(exercise)}${writer}`;
export const draftKeys = (exercise: string): string => `${allDrafts}${exercise}/`;
export const allDrafts = `${format}draft/`;

/** Texts that were given up on purpose (« Recommencer », the other version of a choice). */
export const earlierKey = (exercise: string, id: string): string => `${earlierKeys(exercise)}${id}`;
export const earlierKeys = (exercise: string): string => `${allEarlier}${exercise}/`;
export const allEarlier = `${format}earlier/`;

/** Attempts, hints, kept cases of one exercise: one record that all tabs merge into. */
export const activityKey = (exercise: string): string => `${allActivities}${exercise}`;
export const allActivities = `${format}activity/`;

export const preferencesKey = `${format}preferences`;

/** Who hands in: name, number, group. */
export const studentKey = `${format}student`;

/** When a lab was last handed in from this browser. */
export const handedKey = (lab: string): string => `${format}handed/${lab}`;

/** Where a record that cannot be read is put aside, whole. */
export const damagedKey = (key: string, time: number): string =>
  `${allDamaged}${String(time)}/${key.slice(prefix.length)}`;
export const allDamaged = `${prefix}damaged/`;

/** A key of no record: to ask whether the browser stores anything. */
export const probeKey = `${prefix}probe`;
