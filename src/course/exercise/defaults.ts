/** What is taken when nobody says otherwise: the same in the browser and on the command line. */
export const DEFAULT_SEED = 0x7f3a;

/** Number of generated cases. */
export const DEFAULT_RUNS = 200;
