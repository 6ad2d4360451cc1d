import type { Strings } from "../strings.ts";
import { french } from "./typography.ts";

/** Words that only the plain-text rendering needs. */
export const terminal = {
  printed: french`Affiché pendant l'appel :`,
  stageSigns: { passed: "✓", failed: "✗", "not-reached": "·" },
  signs: { right: "✓", wrong: "✗", attention: "!" },
} satisfies Strings["terminal"];
