import type { ComponentChildren } from "preact";
import type { Part } from "#course/activities/parts.ts";
import { Inline } from "../../exercise/ui/Inline.tsx";
import { Drawing } from "../drawing/Drawing.tsx";

type Props = {
  readonly part: Part;
  readonly at: number;
  readonly of: number;
  /** Whether the frame draws the figure; some kinds do it themselves. */
  readonly drawn: boolean;
  readonly children: ComponentChildren;
};

/** Title, prompt and figure of a part, static or opened. */
export function PartFrame({ part, at, of, drawn, children }: Props) {
  return (
    <section class="pa-part" data-kind={part.kind} data-activity-part={part.id}>
      <p class="pa-part-title">
        {of > 1 && <span class="pa-part-number">{at}.</span>} {part.title}
      </p>
      {part.prompt !== undefined && (
        <p class="pa-prompt">
          <Inline text={part.prompt} />
        </p>
      )}
      {drawn && part.figure !== undefined && <Drawing figure={part.figure} />}
      {children}
    </section>
  );
}
