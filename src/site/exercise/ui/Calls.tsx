import type { CallsView } from "#course/feedback/view.ts";

/** How the learner's function called the function that it was given. */
export function Calls({ view }: { readonly view: CallsView }) {
  return (
    <div class="px-calls" data-calls>
      <p>{view.title}</p>
      {view.lines.length > 0 && <pre>{view.lines.join("\n")}</pre>}
      {view.more !== null && <p class="px-quiet">{view.more}</p>}
    </div>
  );
}
