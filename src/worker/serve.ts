import type { LoadedExercise } from "../course/exercise/exercise.ts";
import type { Engine } from "../course/grading/engine.ts";
import { grade } from "../course/grading/grade.ts";
import { tryOut } from "../course/grading/try-out.ts";
import { faultAnswer } from "./failure-answer.ts";
import {
  request as requestSchema,
  type GradeRequest,
  type PlayMessage,
  type Request,
  type Response,
  type TryRequest,
} from "./messages.ts";

/** What a host brings: its way to the engine and to the exercise folders. */
export type Loaders = {
  engine(): Promise<Engine>;
  /** Null when there is no such folder. */
  exercise(id: string): Promise<LoadedExercise | null>;
};

/**
 * Answers one message from the page or the command line. `started` is called when everything is loaded and the
 * learner's code is about to run. Never rejects: what goes wrong is an `internal-error` verdict.
 */
export async function serve(message: unknown, loaders: Loaders, started: () => void): Promise<Response> {
  const parsed = requestSchema.safeParse(message);
  if (!parsed.success) return faultAnswer(unreadable, "bad-request", parsed.error);
  const request = parsed.data;
  if (request.type === "play") return servePlay(request, loaders, started);
  let loaded: { engine: Engine; exercise: LoadedExercise | null };
  try {
    const [engine, exercise] = await Promise.all([loaders.engine(), loaders.exercise(request.exercise)]);
    loaded = { engine, exercise };
  } catch (error) {
    return faultAnswer(request, "loading-failed", error);
  }
  if (loaded.exercise === null) return faultAnswer(request, "unknown-exercise", request.exercise);
  started();
  try {
    return await answer(request, loaded.engine, loaded.exercise);
  } catch (error) {
    return faultAnswer(request, "grading-failed", error);
  }
}

/** The simulator is loaded only where somebody plays. */
async function servePlay(request: PlayMessage, loaders: Loaders, started: () => void): Promise<Response> {
  try {
    const [engine, { play }] = await Promise.all([loaders.engine(), import("../course/playing/play.ts")]);
    started();
    return { type: "played", report: await play(engine, request), failure: null };
  } catch (error) {
    return faultAnswer(request, "grading-failed", error);
  }
}

async function answer(
  request: GradeRequest | TryRequest,
  engine: Engine,
  exercise: LoadedExercise,
): Promise<Response> {
  if (request.type === "grade") {
    return { type: "graded", verdict: await grade(engine, exercise, request.source, request) };
  }
  const { results, failure } = await tryOut(engine, exercise, request.source, request.inputs, request.seed);
  return {
    type: "tried",
    results: results.map((result) => ({ ...result, input: [...result.input] })),
    failure,
  };
}

/** Stands for a request that could not be read: only its seed is asked for. */
const unreadable: Request = { type: "grade", exercise: "", source: "", seed: 0, runs: 0, extraCases: [] };
