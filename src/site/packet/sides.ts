import { createContext } from "preact";

/** What the two messages of a comparison are called: a learner's answer beside the right one, or a hop's two sides. */
export type Sides = readonly [first: string, second: string];

export const Sides = createContext<Sides>(["attendu", "obtenu"]);
