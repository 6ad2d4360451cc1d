import { count, french } from "#course/feedback/fr/typography.ts";

/** What the broken networks say. */
export const repairWords = {
  goals: "Ce qui doit marcher",
  works: (node: string, address: string) => french`✓ ${node} joint ${address}`,
  fails: (node: string, address: string) => french`✗ ${node} ne joint pas ${address}`,
  open: (left: number) => french`Il reste ${count(left, "ping qui échoue", "pings qui échouent")}.`,
  won: french`Réparé.`,
  restart: "Reprendre ce réseau au début",
} as const;
