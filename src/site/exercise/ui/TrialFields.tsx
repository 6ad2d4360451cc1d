import { useId } from "preact/hooks";
import type { Facts, ShapeFacts } from "../facts.ts";
import type { Typed } from "../inputs.ts";
import { words } from "../words.ts";

type Props = {
  readonly parameters: Facts["parameters"];
  readonly texts: readonly string[];
  readonly typed: readonly Typed[];
  readonly changed: (texts: readonly string[]) => void;
};

/** One field a parameter, with what it takes written under it, or what is wrong with it. */
export function TrialFields({ parameters, texts, typed, changed }: Props) {
  const id = useId();
  return (
    <>
      {parameters.map(({ name, shape }, at) => {
        const read = typed[at];
        const why = read?.ok === false ? read.why : null;
        const help = `${id}-${String(at)}`;
        const common = {
          "aria-describedby": help,
          "aria-invalid": why !== null,
          "data-trial": name,
          spellcheck: false,
          value: texts[at] ?? "",
          onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
            changed(texts.with(at, currentTarget.value)),
        };
        return (
          <div key={name} class="px-field">
            <label>
              <code>{name}</code>
              {shape.kind === "uint" ? (
                <input type="text" {...common} />
              ) : (
                <textarea rows={rowsFor(texts[at])} {...common} />
              )}
            </label>
            <p
              id={help}
              class={why === null ? "px-quiet" : "px-wrong"}
              data-trial-error={why === null ? undefined : ""}
            >
              {why ?? helpOf(shape)}
            </p>
          </div>
        );
      })}
    </>
  );
}

/** As tall as the text, within limits. */
const rowsFor = (text = ""): number => Math.min(14, Math.max(3, text.split("\n").length));

const helpOf = (shape: ShapeFacts): string =>
  shape.kind === "uint" ? words.inputHelp.uint(shape.bits) : words.inputHelp[shape.kind];
