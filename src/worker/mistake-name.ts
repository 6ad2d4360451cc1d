/** `carry-lost.ts` and its variant `carry-lost.2.ts` are the mistake `carry-lost`. */
export const mistakeName = (file: string): string => file.replace(/(\.\d+)?\.ts$/, "");

/** The order in which mistakes are tried, the same in every host: by code unit, whatever the locale. */
export const byFileName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
