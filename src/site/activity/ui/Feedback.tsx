import { answerTo } from "#course/activities/answers.ts";
import { explain } from "#course/activities/explain.ts";
import { gradeItem } from "#course/activities/grade.ts";
import { itemsOf } from "#course/activities/items.ts";
import type { Part } from "#course/activities/parts.ts";
import { Inline } from "../../exercise/ui/Inline.tsx";
import type { ActivityState } from "../session.ts";
import { words } from "../words.ts";

type Props = { readonly state: ActivityState; readonly part: Part; readonly item: string };

/** What a checked answer is worth, and why; nothing while it is not checked. */
export function Feedback({ state, part, item: id }: Props) {
  const item = itemsOf(part).find((one) => one.id === id);
  const given = answerTo(state.answers, part.id, id);
  if (item === undefined || given?.checked !== true) return null;
  const graded = gradeItem(part, item, given.value);
  if (graded.state === "none") return null;
  const right = graded.state === "right";
  return (
    <div class={`pa-feedback ${right ? "right" : "wrong"}`} data-feedback={graded.state}>
      <p class="pa-sign">{right ? `✓ ${words.right}` : `✗ ${words.wrong}`}</p>
      {explain(part, item, given.value).map((sentence) => (
        <p key={sentence}>
          <Inline text={sentence} />
        </p>
      ))}
    </div>
  );
}
