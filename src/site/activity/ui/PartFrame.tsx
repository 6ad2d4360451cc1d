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
  /** Of the part's heading. */
  readonly level: 2 | 4;
  readonly children: ComponentChildren;
};

/** Title, prompt and figure of a part, static or opened. */
export function PartFrame({ part, at, of, drawn, level, children }: Props) {
  const Heading = `h${level}` as const;
  return (
    <section class="pa-part" data-kind={part.kind} data-activity-part={part.id}>
      <Heading class="pa-part-title">
        {of > 1 && <span class="pa-part-number">{at}.</span>} {part.title}
      </Heading>
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
