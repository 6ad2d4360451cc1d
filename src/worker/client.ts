import type { Verdict } from "../course/exercise/verdict.ts";
import { faultAnswer, timeoutAnswer, type WorkerFault } from "./failure-answer.ts";
import {
  workerMessage,
  type GradeRequest,
  type Played,
  type PlayMessage,
  type Request,
  type Response,
  type TryReport,
  type TryRequest,
} from "./messages.ts";

/** A worker as the client sees it; `spawn` connects the events before the worker can speak. */
export type WorkerPort = { post(message: Request): void; terminate(): void };
export type WorkerEvents = {
  readonly message: (message: unknown) => void;
  readonly died: (reason: unknown) => void;
};
export type Spawn = (events: WorkerEvents) => WorkerPort;

export type Cancelled = { readonly kind: "cancelled" };

/**
 * Grades in a worker, one request at a time, in order. Always answers: a worker that hangs, dies or talks nonsense
 * is replaced, and its request ends in a `timeout` or an `internal-error` verdict.
 */
export type GradingClient = {
  grade(request: Omit<GradeRequest, "type">, signal?: AbortSignal): Promise<Verdict | Cancelled>;
  tryOut(request: Omit<TryRequest, "type">, signal?: AbortSignal): Promise<TryReport | Cancelled>;
  play(request: Omit<PlayMessage, "type">, signal?: AbortSignal): Promise<Played | Cancelled>;
  /** Ends the running request at once; it answers `cancelled`. Waiting ones go on. */
  stop(): void;
  /** Starts the worker now, so that the first request finds it loaded. */
  warm(): void;
  /** Ends everything; every open and later request answers `cancelled`. */
  close(): void;
};

export type ClientOptions = {
  /** How long a learner's code may run, in ms of wall time: only for what the step budget cannot stop. */
  readonly backstopMs?: number;
  /** How long engine and exercise may take to load, in ms. */
  readonly loadMs?: number;
};

type Job = { readonly request: Request; readonly settle: (answer: Response | Cancelled) => void };

const cancelled: Cancelled = { kind: "cancelled" };

export function createGradingClient(
  spawn: Spawn,
  { backstopMs = 10_000, loadMs = 60_000 }: ClientOptions = {},
): GradingClient {
  const waiting: Job[] = [];
  let running: Job | null = null;
  let worker: WorkerPort | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  return {
    grade: async (request, signal) => {
      const asked: Request = { type: "grade", ...request };
      const answer = await send(asked, signal);
      if ("kind" in answer) return answer;
      if (answer.type === "graded") return answer.verdict;
      throw new TypeError("a grade request is answered by a verdict");
    },
    tryOut: async (request, signal) => {
      const answer = await send({ type: "try", ...request }, signal);
      if ("kind" in answer || answer.type === "tried") return answer;
      throw new TypeError("a try request is answered by a report");
    },
    play: async (request, signal) => {
      const answer = await send({ type: "play", ...request }, signal);
      if ("kind" in answer || answer.type === "played") return answer;
      throw new TypeError("a play request is answered by a report");
    },
    stop: () => {
      if (running !== null) cancel(running);
    },
    warm,
    close: () => {
      closed = true;
      for (const job of waiting.splice(0)) job.settle(cancelled);
      if (running !== null) cancel(running);
      end();
    },
  };

  function send(request: Request, signal?: AbortSignal): Promise<Response | Cancelled> {
    if (closed || signal?.aborted === true) return Promise.resolve(cancelled);
    return new Promise((resolve) => {
      const abort = () => cancel(job);
      const job: Job = {
        request,
        settle: (answer) => {
          signal?.removeEventListener("abort", abort);
          resolve(answer);
        },
      };
      signal?.addEventListener("abort", abort);
      waiting.push(job);
      next();
    });
  }

  function next(): void {
    if (running !== null) return;
    running = waiting.shift() ?? null;
    if (running === null) return;
    timer = setTimeout(() => abandon("loading-too-long", `more than ${loadMs} ms`), loadMs);
    warm();
    worker?.post(running.request);
  }

  function warm(): void {
    if (worker !== null || closed) return;
    let spawned: WorkerPort | null = null;
    const current = () => spawned !== null && spawned === worker;
    try {
      spawned = spawn({
        message: (message) => {
          if (current()) receive(message);
        },
        died: (reason) => {
          if (current()) abandon("worker-died", reason);
        },
      });
      worker = spawned;
    } catch (error) {
      abandon("worker-died", error);
    }
  }

  function receive(message: unknown): void {
    const parsed = workerMessage.safeParse(message);
    if (!parsed.success || (running !== null && !fits(running.request, parsed.data.type))) {
      abandon("bad-answer", parsed.error ?? "the answer to another question");
    } else if (parsed.data.type === "started") {
      clearTimeout(timer);
      timer = setTimeout(giveUp, backstopMs);
    } else {
      finish(parsed.data);
    }
  }

  /** The learner's code does not end and the engine cannot stop it: the worker goes, a fresh one takes its place. */
  function giveUp(): void {
    end();
    if (running !== null) finish(timeoutAnswer(running.request));
    warm();
  }

  /** The worker failed. No new one before the next request: it might fail again at once. */
  function abandon(code: WorkerFault, detail: unknown): void {
    end();
    if (running !== null) finish(faultAnswer(running.request, code, detail));
  }

  function cancel(job: Job): void {
    if (job === running) {
      end();
      finish(cancelled);
      warm();
    } else {
      const place = waiting.indexOf(job);
      if (place !== -1) waiting.splice(place, 1);
      job.settle(cancelled);
    }
  }

  function finish(answer: Response | Cancelled): void {
    clearTimeout(timer);
    const job = running;
    running = null;
    job?.settle(answer);
    next();
  }

  function end(): void {
    clearTimeout(timer);
    const ended = worker;
    worker = null;
    ended?.terminate();
  }
}

const answers = { grade: "graded", try: "tried", play: "played" } as const;

const fits = (request: Request, type: "started" | Response["type"]): boolean =>
  type === "started" || type === answers[request.type];
