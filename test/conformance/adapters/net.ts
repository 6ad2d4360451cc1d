import type { Suite } from "../suite.ts";
import { netForwarding } from "./net-forwarding.ts";
import { netFragments } from "./net-fragments.ts";
import { netNat } from "./net-nat.ts";
import { netNeighbours } from "./net-neighbours.ts";
import { netRouting } from "./net-routing.ts";
import { netTcp } from "./tcp.ts";
import { transportRto } from "./rto.ts";

/** Files of the folder net/, and the retransmission timer. */
export const net: Readonly<Record<string, Suite>> = {
  ...netForwarding,
  ...netFragments,
  ...netNat,
  ...netNeighbours,
  ...netRouting,
  ...netTcp,
  ...transportRto,
};
