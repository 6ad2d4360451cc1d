import { runs, seeds } from "../parameters.ts";

/**
 * The runs under which a file that must fail is judged, in order: the named cases alone, then with generated ones
 * under each seed. What the named cases settle holds for every seed, since more cases can only refuse more and
 * leave fewer mistakes that explain all; so the later rounds are for what is still open.
 */
export const rounds: readonly { readonly seed: number; readonly runs: number }[] = [
  { seed: seeds[0], runs: 0 },
  ...seeds.map((seed) => ({ seed, runs })),
];
