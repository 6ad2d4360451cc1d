import type { Suite } from "../suite.ts";
import { netRouting } from "./net-routing.ts";

/** Files of the folder net/. */
export const net: Readonly<Record<string, Suite>> = { ...netRouting };
