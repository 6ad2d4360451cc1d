import type { Part } from "#course/activities/parts.ts";
import { Inline } from "../../exercise/ui/Inline.tsx";
import type { ActivityFacts } from "../facts.ts";
import type { ActivitySession } from "../session.ts";
import { words } from "../words.ts";
import { Below } from "./Below.tsx";
import { Matching } from "./Matching.tsx";
import { Notices } from "./Notices.tsx";
import { Ordering } from "./Ordering.tsx";
import { PartFrame } from "./PartFrame.tsx";
import type { PartProps } from "./part-props.ts";
import { Quiz } from "./Quiz.tsx";
import { Rows } from "./Rows.tsx";
import { Steps } from "./Steps.tsx";
import { Tables } from "./Tables.tsx";
import { useActivity } from "./use-state.ts";

type Props = {
  readonly session: ActivitySession;
  readonly facts: ActivityFacts;
  /** Of the headings of the parts. */
  readonly level: 2 | 4;
};

/** An opened activity: its parts one under the other, then how far one is. */
export function Activity({ session, facts, level }: Props) {
  const state = useActivity(session);
  const { activity, id } = facts;
  return (
    <>
      <p role="status" class="visually-hidden" data-says>
        {state.says}
      </p>
      <Notices session={session} state={state} facts={facts} />
      {activity.parts.map((part, at) => (
        <PartFrame
          key={part.id}
          part={part}
          level={level}
          at={at + 1}
          of={activity.parts.length}
          drawn={!["steps", "tables", "matching"].includes(part.kind)}
        >
          <Body session={session} state={state} part={part} base={baseOf(id, part)} />
        </PartFrame>
      ))}
      <p class="pa-progress" data-activity-progress>
        {state.graded.passed ? words.done : words.progress(state.graded.right, state.graded.items.length)}
      </p>
      {state.graded.passed && (
        <div class="pa-lesson" data-activity-lesson>
          <p class="pa-lesson-title">{words.keep}</p>
          <p>
            <Inline text={activity.lesson} />
          </p>
        </div>
      )}
      <Below session={session} state={state} />
    </>
  );
}

/** Ids on the page begin with this: several activities may stand on one. */
const baseOf = (id: string, part: Part): string => `${id.replaceAll(/[^a-z0-9-]/g, "-")}-${part.id}`;

function Body({ part, ...rest }: PartProps<Part["kind"]>) {
  switch (part.kind) {
    case "quiz":
      return <Quiz part={part} {...rest} />;
    case "ordering":
      return <Ordering part={part} {...rest} />;
    case "matching":
      return <Matching part={part} {...rest} />;
    case "rows":
      return <Rows part={part} {...rest} />;
    case "steps":
      return <Steps part={part} {...rest} />;
    case "tables":
      return <Tables part={part} {...rest} />;
  }
}
