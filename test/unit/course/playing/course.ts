import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { decodeValue } from "../../../../src/course/exercise/value.ts";
import { figureSchema, type NetworkFigure } from "../../../../src/course/network/figure.ts";
import { packetRows } from "../../../../src/course/network/replay/packet-list.ts";
import { stepsOf } from "../../../../src/course/network/replay/steps.ts";
import type { PlayReport, PlayRequest } from "../../../../src/course/playing/request.ts";
import type { JournalEntry } from "../../../../src/net/simulator/journal.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** A network of the course: `document`, `reseau-local`. */
export const networkOf = (name: string): NetworkFigure =>
  figureSchema.parse(parse(readFileSync(`${root}content/fr/networks/${name}.yaml`, "utf8")));

/** A file of the exercises: `routing/router/solution`. */
export const source = (file: string): string => readFileSync(`${root}graders/${file}.ts`, "utf8");

/** Names of the hosts and routers. */
export const stationsOf = ({ nodes }: NetworkFigure): string[] =>
  nodes.flatMap((node) => ("interfaces" in node ? [node.name] : []));

/** A request of commands that are all typed on one node. */
export const typedOn = (
  figure: NetworkFigure,
  node: string,
  functions: PlayRequest["functions"],
  lines: readonly string[],
): PlayRequest => ({ figure, seed: 1, functions, commands: lines.map((line) => ({ node, line })) });

/** What the commands wrote. */
export const outputs = ({ typed }: PlayReport): string =>
  typed.map(({ output }) => output.join("\n")).join("\n");

export const journalOf = ({ journal }: PlayReport): readonly JournalEntry[] =>
  journal.map((entry) => decodeValue(entry) as JournalEntry);

/** The frames of the last command on a link, as a packet list tells them. */
export const framesOn = (report: PlayReport, link: string): string[] =>
  packetRows(stepsOf(journalOf(report)), link, new Set()).map(({ info }) => info);
