import type { EncodedValue } from "../exercise/value.ts";
import type { EncodedCalls } from "../exercise/verdict.ts";
import type { Strings } from "./strings.ts";
import { valueText } from "./value-text.ts";
import type { CallsView } from "./view.ts";

/** Of many calls, the first ones are shown. */
const maxShown = 12;

/** How the function that was given as an argument was called: `probe(1, 33434) → null`, one line a call. */
export function callsView({ kept, total }: EncodedCalls, { cases, values }: Strings): CallsView {
  const shown = kept.slice(0, maxShown);
  const text = (value: EncodedValue): string =>
    valueText(value, { kind: "value" }, values).replace(/\s+/g, " ");
  return {
    title: cases.calls.title(total),
    lines: shown.map(({ name, args, value }) => `${name}(${args.map(text).join(", ")}) → ${text(value)}`),
    more: total > shown.length ? cases.calls.more(total - shown.length) : null,
  };
}
