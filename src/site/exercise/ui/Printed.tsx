import type { VerdictView } from "#course/feedback/view.ts";
import { words } from "../words.ts";

/** What the function wrote with `console.log`. */
export function Printed({ printed }: { readonly printed: NonNullable<VerdictView["printed"]> }) {
  return (
    <div class="px-printed" data-printed>
      <p class="px-label">{words.printed}</p>
      <pre tabIndex={0} aria-label={words.printed}>
        <samp>{printed.text}</samp>
      </pre>
      {printed.cutNote !== null && <p class="px-quiet">{printed.cutNote}</p>}
    </div>
  );
}
