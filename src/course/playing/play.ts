import type { JournalEntry } from "../../net/simulator/journal.ts";
import type { NodeBehaviour } from "../../net/stack/host/node.ts";
import { encodeValue } from "../exercise/value.ts";
import type { Engine } from "../grading/engine.ts";
import { learnerBehaviour } from "../network/learner-behaviour.ts";
import { UnusableAnswer, type LearnerFunctions } from "../network/learner-functions.ts";
import { openSession } from "../network/terminal/session.ts";
import { place, Stopped, unusable, type Placed } from "./placed.ts";
import type { PlayFault, PlayReport, PlayRequest } from "./request.ts";
import { learnerTraceroute } from "./traceroute-command.ts";

/** The most that a play says of what functions print, in characters. */
const longestPrint = 10_000;

/** Entries of the journal of a network that never rests. */
const beginning = 1000;

/**
 * Plays commands on a network whose nodes ask learners' functions, one sandbox a function, and the reference for all
 * else. The same request gives the same report, wherever it runs. Ends at the first function that cannot answer.
 */
export async function play(engine: Engine, request: PlayRequest): Promise<PlayReport> {
  const { figure, seed, functions, commands } = request;
  const placed = new Map<string, Placed>();
  const typed: { node: string; line: string; output: string[] }[] = [];
  let printed = "";
  const print = (text: string): void => {
    printed = (printed + text).slice(0, longestPrint);
  };
  try {
    for (const { entry, source } of functions)
      placed.set(entry, await place(engine, entry, source, seed, print));
  } catch (error) {
    for (const { dispose } of placed.values()) dispose();
    return { journal: [], figure, typed, printed, fault: faultOf(error) };
  }
  const traceroute = placed.get("traceroute");
  const session = openSession(figure, {
    seed,
    behaviours: behavioursOf(request, placed),
    ...(traceroute && { commands: new Map([["traceroute", learnerTraceroute(traceroute)]]) }),
  });
  let fault: PlayFault | null = null;
  let journal: readonly JournalEntry[] = [];
  for (const { node, line } of commands) {
    const from = session.journal().length;
    for (const { begin } of placed.values()) begin();
    try {
      const answer = session.run(node, line);
      journal = answer.journal;
      typed.push({ node, line, output: [...answer.output] });
    } catch (error) {
      fault = faultOf(error);
      // A network that never rests is shown as it began; any other fault is the last that happened.
      journal = session.journal().slice(from, fault.kind === "restless" ? from + beginning : undefined);
      break;
    }
  }
  for (const { dispose } of placed.values()) dispose();
  return { journal: journal.map(encodeValue), figure: session.figure(), typed, printed, fault };
}

/** By node: the functions that it asks. */
function behavioursOf(
  { functions, figure }: PlayRequest,
  placed: ReadonlyMap<string, Placed>,
): Record<string, NodeBehaviour> {
  const stations = figure.nodes.filter((node) => "interfaces" in node).map(({ name }) => name);
  return Object.fromEntries(
    stations.map((name) => {
      const own = functions.filter(({ nodes, entry }) => nodes.includes(name) && entry !== "traceroute");
      const asked: LearnerFunctions = Object.fromEntries(
        own.flatMap(({ entry }) => {
          const found = placed.get(entry);
          return found === undefined ? [] : [[entry, found.call]];
        }),
      );
      return [name, learnerBehaviour(asked)];
    }),
  );
}

/** What a function did that ended the play; an error that is not about a function is a fault of ours, and is thrown. */
function faultOf(error: unknown): PlayFault {
  if (error instanceof Stopped) return error.fault;
  if (!(error instanceof UnusableAnswer)) throw error;
  return unusable(error.entry, error.answer);
}
