import { answerTo } from "#course/activities/answers.ts";
import { gradeItem } from "#course/activities/grade.ts";
import { itemsOf } from "#course/activities/items.ts";
import { Inline } from "../../exercise/ui/Inline.tsx";
import { Drawing, type Given } from "../drawing/Drawing.tsx";
import { words } from "../words.ts";
import { Feedback } from "./Feedback.tsx";
import { Listing } from "./Listing.tsx";
import type { PartProps } from "./part-props.ts";

/** The drawing with what was answered; places that each get a label from one list, or an address; one button checks those that were filled. */
export function Matching({ session, state, part, base }: PartProps<"matching">) {
  const valueOf = (id: string): string => answerTo(state.answers, part.id, id)?.value[0] ?? "";
  const given = part.places.flatMap((place): readonly Given[] => {
    const value = valueOf(place.id);
    if (place.node === undefined || value === "") return [];
    const item = itemsOf(part).find(({ id }) => id === place.id);
    const checked = answerTo(state.answers, part.id, place.id)?.checked === true && item !== undefined;
    const right = checked ? gradeItem(part, item, [value]).state === "right" : null;
    const option = part.options.find(({ id }) => id === value);
    return "network" in place
      ? [{ node: place.node, kind: "address", text: value, right }]
      : [{ node: place.node, kind: "label", text: option?.short ?? option?.text ?? value, right }];
  });
  return (
    <form
      class="pa-matching"
      onSubmit={(event) => {
        event.preventDefault();
        session.check(
          part.id,
          part.places.map(({ id }) => id),
        );
      }}
    >
      {part.figure !== undefined && <Drawing figure={part.figure} given={given} />}
      {part.places.map((place) => {
        const name = `${base}-${place.id}`;
        const answer = (value: string): void => session.answer(part.id, place.id, [value]);
        return (
          <div key={place.id} class="pa-place" data-place={place.id}>
            <label for={name}>
              <Inline text={place.text} />
            </label>
            {"network" in place ? (
              <input
                id={name}
                class="pa-input"
                type="text"
                inputMode="decimal"
                autocomplete="off"
                spellcheck={false}
                placeholder="0.0.0.0"
                aria-describedby={`${name}-feedback`}
                value={valueOf(place.id)}
                onInput={({ currentTarget }) => answer(currentTarget.value)}
              />
            ) : (
              <select
                id={name}
                class="pa-select"
                aria-describedby={`${name}-feedback`}
                value={valueOf(place.id)}
                onChange={({ currentTarget }) => answer(currentTarget.value)}
              >
                <option value="">{words.choose}</option>
                {part.options.map((option) => (
                  <option key={option.id} value={option.id}>
                    {option.text.replaceAll("`", "")}
                  </option>
                ))}
              </select>
            )}
            {"listing" in place && place.listing !== undefined && <Listing text={place.listing} />}
            <div id={`${name}-feedback`} class="pa-place-feedback">
              <Feedback state={state} part={part} item={place.id} />
            </div>
          </div>
        );
      })}
      <button type="submit" class="px-button" data-action="check">
        {words.check}
      </button>
    </form>
  );
}
