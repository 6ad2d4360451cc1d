import { useState } from "preact/hooks";
import { ownWords as words } from "./own-words.ts";

type Props = {
  readonly node: string;
  readonly lines: readonly string[];
  readonly run: (line: string) => void;
};

/** One command out of a few, on one node. */
export function OwnCommand({ node, lines, run }: Props) {
  const [line, setLine] = useState(lines[0] ?? "");
  return (
    <div class="network-capture">
      <label>
        {words.command(node)}{" "}
        <select value={line} onChange={({ currentTarget }) => setLine(currentTarget.value)}>
          {lines.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="px-button primary" data-action="play-own" onClick={() => run(line)}>
        {words.run}
      </button>
    </div>
  );
}
