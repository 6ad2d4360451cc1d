import type { NodeBehaviour } from "../../net/stack/host/node.ts";
import { encodeValue } from "../exercise/value.ts";
import type { Engine } from "../grading/engine.ts";
import { learnerBehaviour } from "../network/learner-behaviour.ts";
import { UnusableAnswer, type LearnerFunctions } from "../network/learner-functions.ts";
import { openSession } from "../network/terminal/session.ts";
import { place, Stopped, type Placed } from "./placed.ts";
import type { PlayFault, PlayReport, PlayRequest } from "./request.ts";
import { learnerTraceroute } from "./traceroute-command.ts";

/** The most that a play says of what functions print, in characters. */
const longestPrint = 10_000;

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
  const report = (journal: PlayReport["journal"], fault: PlayFault | null): PlayReport => ({
    journal,
    typed,
    printed,
    fault,
  });
  try {
    for (const { entry, source } of functions)
      placed.set(entry, await place(engine, entry, source, seed, print));
  } catch (error) {
    for (const { dispose } of placed.values()) dispose();
    return report([], faultOf(error));
  }
  const traceroute = placed.get("traceroute");
  const session = openSession(figure, {
    seed,
    behaviours: behavioursOf(request, placed),
    ...(traceroute && { commands: new Map([["traceroute", learnerTraceroute(traceroute)]]) }),
  });
  let fault: PlayFault | null = null;
  for (const { node, line } of commands) {
    try {
      typed.push({ node, line, output: [...session.run(node, line).output] });
    } catch (error) {
      fault = faultOf(error);
      break;
    }
  }
  for (const { dispose } of placed.values()) dispose();
  return report(session.journal().map(encodeValue), fault);
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
  const detail = JSON.stringify(encodeValue(error.answer)).slice(0, 300);
  return { entry: error.entry, kind: "unusable", detail, line: null };
}
