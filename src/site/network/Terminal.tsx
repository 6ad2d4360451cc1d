import { useEffect, useRef, useState } from "preact/hooks";
import { completed, completions } from "#course/network/terminal/complete.ts";
import type { NetworkFigure } from "#course/network/figure.ts";
import { words } from "./words.ts";

/** One command that was typed, and what it wrote. */
export type Typed = { readonly node: string; readonly line: string; readonly output: readonly string[] };

type Props = {
  readonly figure: NetworkFigure;
  /** Node on which one begins. */
  readonly start: string;
  readonly typed: readonly Typed[];
  readonly run: (node: string, line: string) => void;
};

/** A terminal on each host and router: a line to type on, what the programs wrote, history and completion. */
export function Terminal({ figure, start, typed, run }: Props) {
  const [node, setNode] = useState(start);
  const [line, setLine] = useState("");
  const [back, setBack] = useState(0);
  const [offered, setOffered] = useState<readonly string[]>([]);
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    log.current?.scrollTo(0, log.current.scrollHeight);
  }, [typed]);

  const recall = (steps: number): void => {
    const next = Math.max(0, Math.min(typed.length, back + steps));
    setBack(next);
    setLine(next === 0 ? "" : (typed.at(-next)?.line ?? ""));
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      recall(event.key === "ArrowUp" ? 1 : -1);
    } else if (event.key === "Tab" && !event.shiftKey && line.trim() !== "") {
      // Where nothing can be completed, Tab goes on to the next control.
      const found = completions(line, node, figure);
      if (found.length === 0) return;
      event.preventDefault();
      setLine(completed(line, found));
      setOffered(found.length > 1 ? found : []);
    } else if (event.key === "Escape") {
      setLine("");
      setOffered([]);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (line.trim() === "") return;
    run(node, line);
    setLine("");
    setBack(0);
    setOffered([]);
  };
  const stations = figure.nodes.filter((one) => "interfaces" in one).map(({ name }) => name);
  return (
    <div class="network-terminal">
      <label class="network-on">
        {words.terminalOn}{" "}
        <select value={node} onChange={({ currentTarget }) => setNode(currentTarget.value)}>
          {stations.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div ref={log} class="network-screen" role="log" aria-label={words.terminal} tabIndex={0} lang="en">
        {typed.map(({ node: on, line: text, output }, index) => (
          <div key={index}>
            <p class="network-typed">{`${on}$ ${text}`}</p>
            <pre>{output.join("\n")}</pre>
          </div>
        ))}
      </div>
      <form class="network-prompt" onSubmit={submit}>
        <label>
          <span>{`${node}$`}</span>
          <input
            type="text"
            value={line}
            onInput={({ currentTarget }) => setLine(currentTarget.value)}
            onKeyDown={keys}
            aria-label={words.commandOn(node)}
            autocapitalize="off"
            autocomplete="off"
            spellcheck={false}
          />
        </label>
        <button type="submit" class="px-button">
          {words.execute}
        </button>
      </form>
      <p class="network-offered" role="status" lang="en">
        {offered.join("  ")}
      </p>
      <p class="quiet network-help">{words.terminalHelp}</p>
    </div>
  );
}
