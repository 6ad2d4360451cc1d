/** A pseudo-random number of 32 bits, and the state that the next one is drawn from. */
export type Drawn = { readonly value: number; readonly state: number };

/** The splitmix32 generator: the same state gives the same numbers everywhere. Not for secrets. */
export function drawU32(state: number): Drawn {
  const next = (state + 0x9e37_79b9) | 0;
  let mixed = next ^ (next >>> 16);
  mixed = Math.imul(mixed, 0x21f0_aaad);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x735a_2d97);
  return { value: (mixed ^ (mixed >>> 15)) >>> 0, state: next };
}

/** A seed for one part of a whole (a node, a link): adding a part leaves the others' numbers as they were. */
export function seedFor(seed: number, name: string): number {
  // FNV-1a, 32 bits.
  let hash = 0x811c_9dc5 ^ seed;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x0100_0193);
  return drawU32(hash).value;
}
