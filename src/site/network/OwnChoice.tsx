import type { OwnFunction } from "./own-functions.ts";
import { ownWords as words } from "./own-words.ts";

type Props = {
  /** `source`: the reader's text; null where there is none in this browser. */
  readonly offered: readonly (OwnFunction & { readonly source: string | null })[];
  /** Entries of which the reader's text decides. */
  readonly own: ReadonlySet<string>;
  readonly choose: (entry: string, own: boolean) => void;
};

/** Which functions decide in the nodes: the reader's own, or the reference. */
export const OwnChoice = ({ offered, own, choose }: Props) => (
  <fieldset>
    <legend>{words.functions}</legend>
    {offered.map(({ entry, number, nodes, source }) => (
      <label key={entry}>
        <input
          type="checkbox"
          data-own={entry}
          disabled={source === null}
          checked={own.has(entry)}
          onChange={({ currentTarget }) => choose(entry, currentTarget.checked)}
        />{" "}
        <code>{entry}</code> ({number}) {words.inNodes(nodes)}
        <span class="quiet">
          {" "}
          · {source === null ? words.noText : own.has(entry) ? words.yours : words.reference}
        </span>
      </label>
    ))}
  </fieldset>
);
