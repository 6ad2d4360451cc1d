/** Mistakes that any exercise can meet, recognised without a file of their own when no mistake of its own fits. */
export const generalMistakes = [
  "changes-argument", // the answer is right, but the function wrote into its input
  "keeps-state", // the answer depends on earlier calls
  "returns-nothing", // undefined where a value is due
  "returns-promise", // async function
  "signed-result", // right modulo 2^32, but negative: `>>> 0` or a mask is missing
  "number-as-text", // "42" where 42 is due
  "bytes-as-array", // [1, 2] where a Uint8Array is due
  "throws-instead-of-value", // an expected failure is thrown instead of returned
] as const;
export type GeneralMistake = (typeof generalMistakes)[number];
