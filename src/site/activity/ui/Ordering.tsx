import { useEffect, useRef, useState } from "preact/hooks";
import { answerTo } from "#course/activities/answers.ts";
import { Inline } from "../../exercise/ui/Inline.tsx";
import { shuffled } from "../shuffled.ts";
import { words } from "../words.ts";
import { Feedback } from "./Feedback.tsx";
import type { PartProps } from "./part-props.ts";

/** A list to be put in order with buttons; dragging does the same. The focus stays on the button that was pressed. */
export function Ordering({ session, state, part, base }: PartProps<"ordering">) {
  const ids = part.items.map(({ id }) => id);
  const given = answerTo(state.answers, part.id, "order")?.value ?? [];
  const order =
    given.length === ids.length && ids.every((id) => given.includes(id)) ? given : shuffled(ids, base);
  const list = useRef<HTMLOListElement>(null);
  const [pressed, setPressed] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);

  useEffect(() => {
    if (pressed !== null) list.current?.querySelector<HTMLElement>(`[data-move="${pressed}"]`)?.focus();
  }, [pressed, order.join()]);

  const textOf = (id: string): string => part.items.find((item) => item.id === id)?.text ?? id;
  const moveTo = (id: string, to: number): void => {
    if (to < 0 || to >= order.length || order[to] === id) return;
    const rest = order.filter((one) => one !== id);
    session.answer(part.id, "order", [...rest.slice(0, to), id, ...rest.slice(to)]);
    session.say(words.moved(textOf(id), to + 1, order.length));
  };
  const mover = (id: string, at: number, by: -1 | 1) => {
    const label = by === -1 ? words.up : words.down;
    const name = `${id}${by === -1 ? "-up" : "-down"}`;
    const end = at + by < 0 || at + by >= order.length;
    return (
      <button
        type="button"
        class="pa-mover"
        data-move={name}
        aria-disabled={end}
        aria-label={`${label} : ${textOf(id)}`}
        title={label}
        onClick={() => {
          setPressed(name);
          moveTo(id, at + by);
        }}
      >
        {by === -1 ? "↑" : "↓"}
      </button>
    );
  };
  return (
    <>
      <ol class="pa-order" ref={list}>
        {order.map((id, at) => (
          <li
            key={id}
            class="pa-order-item"
            data-item={id}
            data-dragged={dragged === id ? "" : undefined}
            draggable
            onDragStart={(event) => {
              setDragged(id);
              event.dataTransfer?.setData("text/plain", id);
            }}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              if (dragged !== null) event.preventDefault();
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) moveTo(dragged, at);
            }}
          >
            <span class="pa-order-place" aria-hidden="true">
              {at + 1}
            </span>
            <span class="pa-order-text">
              <Inline text={textOf(id)} />
            </span>
            {mover(id, at, -1)}
            {mover(id, at, 1)}
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="px-button"
        data-action="check"
        onClick={() => {
          if (given !== order) session.answer(part.id, "order", order);
          session.check(part.id, ["order"]);
        }}
      >
        {words.check}
      </button>
      <Feedback state={state} part={part} item="order" />
    </>
  );
}
