import { useState } from "preact/hooks";
import { answerTo } from "#course/activities/answers.ts";
import { ofPing } from "#course/activities/explain.ts";
import { runTables } from "#course/activities/grade-tables.ts";
import type { Ping } from "#course/activities/pings.ts";
import { cellsInRow } from "#course/activities/table-rows.ts";
import { courseNetwork } from "#course/network/course-network.ts";
import { Inline } from "../../exercise/ui/Inline.tsx";
import { Drawing } from "../drawing/Drawing.tsx";
import { words } from "../words.ts";
import { Feedback } from "./Feedback.tsx";
import { GivenTables } from "./GivenTables.tsx";
import { PingMatrix } from "./PingMatrix.tsx";
import type { PartProps } from "./part-props.ts";
import type { PingReplay } from "./PingReplay.tsx";
import { TableForm } from "./TableForm.tsx";

/** Routing tables to fill in; the button sends the pings and shows, on the drawing too, where the first one dies. */
export function Tables({ session, state, part, base }: PartProps<"tables">) {
  const given = answerTo(state.answers, part.id, "tables");
  const [shown, setShown] = useState<readonly [string, string] | null>(null);
  const [loaded, setLoaded] = useState<{ readonly Replay: typeof PingReplay } | null>(null);
  const size = part.fill.reduce((sum, { rows }) => sum + rows, 0) * cellsInRow;
  const value = Array.from({ length: size }, (_, at) => given?.value[at] ?? "");
  const pings = given?.checked === true ? runTables(part.fill, value).pings : [];
  const dead = pings.filter(({ death }) => death !== null);
  const chosen =
    dead.find(({ from, to }) => from.node === shown?.[0] && to.node === shown[1]) ?? dead[0] ?? null;
  const change = (at: number, cell: string): void => {
    session.answer(
      part.id,
      "tables",
      value.map((old, index) => (index === at ? cell : old)),
    );
  };
  const starts = part.fill.map((_, at) =>
    part.fill.slice(0, at).reduce((sum, { rows }) => sum + rows * cellsInRow, 0),
  );
  return (
    <form
      class="pa-tables"
      onSubmit={(event) => {
        event.preventDefault();
        setShown(null);
        session.check(part.id, ["tables"]);
      }}
    >
      <div class="pa-tables-head">
        {part.figure !== undefined && (
          <Drawing figure={part.figure} lit={litBy(chosen)} cross={chosen?.death?.path.at(-1) ?? null} />
        )}
        <GivenTables nodes={part.given} />
      </div>
      {part.fill.map(({ node, rows }, at) => (
        <TableForm
          key={node}
          node={node}
          rows={rows}
          ifaces={interfacesOf(node)}
          cells={value.slice(starts[at], (starts[at] ?? 0) + rows * cellsInRow)}
          base={base}
          change={(cell, text) => change((starts[at] ?? 0) + cell, text)}
        />
      ))}
      <p class="pa-buttons">
        <button type="submit" class="px-button primary" data-action="check">
          {words.run}
        </button>
      </p>
      <Feedback state={state} part={part} item="tables" />
      {pings.length > 0 && <PingMatrix pings={pings} show={(from, to) => setShown([from, to])} />}
      {chosen !== null && chosen !== dead[0] && (
        <p role="status" data-ping={`${chosen.from.node}-${chosen.to.node}`}>
          <Inline text={ofPing(part, chosen)} />
        </p>
      )}
      {chosen?.death && (
        <p class="px-quiet">{words.path(chosen.death.path.map((node) => words.internet[node] ?? node))}</p>
      )}
      {chosen !== null && loaded === null && (
        <p>
          <button
            type="button"
            class="px-button"
            data-action="replay-ping"
            onClick={() =>
              void import("./PingReplay.tsx").then((all) => setLoaded({ Replay: all.PingReplay }))
            }
          >
            {words.replay}
          </button>
        </p>
      )}
      {chosen !== null && loaded !== null && (
        <loaded.Replay
          key={[chosen.from.node, chosen.to.node, ...value].join()}
          part={part}
          value={value}
          ping={chosen}
        />
      )}
    </form>
  );
}

const interfacesOf = (node: string): readonly string[] =>
  Object.entries(courseNetwork)
    .filter(([name]) => name === node)
    .flatMap(([, { ifaces }]) => ifaces.map(({ name }) => name));

/** The nodes of the path and the links between them. */
function litBy(ping: Ping | null): readonly string[] {
  const path = ping?.death?.path ?? [];
  return [...path, ...path.slice(1).map((node, at) => `${path[at] ?? ""}-${node}`)];
}
