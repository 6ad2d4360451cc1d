import { drawU32, seedFor } from "../stack/random.ts";
import { withFault, type LinkFault } from "./faults.ts";
import type { Place } from "./journal.ts";
import { soundLink, type Medium } from "./medium.ts";
import type { NetworkLink } from "./network.ts";

/** A link as one of its ends sees it. */
export type Wire = {
  readonly link: string;
  /** The other end. */
  readonly far: Place;
  readonly medium: Medium;
  /** From 0 to below 1: each link has its own sequence. */
  readonly random: () => number;
};

/** The wires by node and interface. Of several faults of a link the first stands next to the link itself. */
export function wiresOf(
  links: readonly NetworkLink[],
  faults: readonly LinkFault[],
  seed: number,
): ReadonlyMap<string, ReadonlyMap<string, Wire>> {
  const wires = new Map<string, Map<string, Wire>>();
  for (const { name, ends, delay, mtu, loss } of links) {
    const random = randomFrom(seedFor(seed, `link ${name}`));
    const ownLoss: LinkFault[] = loss > 0 ? [{ kind: "loss", link: name, rate: loss }] : [];
    const medium = [...ownLoss, ...faults.filter(({ link }) => link === name)].reduce<Medium>(
      (inner, fault) => withFault(fault, inner),
      soundLink(delay, mtu),
    );
    for (const [near, far] of [ends, [ends[1], ends[0]] as const]) {
      const atNode = wires.get(near.node) ?? new Map<string, Wire>();
      wires.set(near.node, atNode);
      atNode.set(near.interface, { link: name, far: { ...far, link: name }, medium, random });
    }
  }
  return wires;
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    const drawn = drawU32(state);
    ({ state } = drawn);
    return drawn.value / 2 ** 32;
  };
}
