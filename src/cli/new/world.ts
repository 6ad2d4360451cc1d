import type { Readable } from "node:stream";

export type World = {
  /** The project's root: `graders/`, `content/` and `src/` lie in it. */
  readonly root: string;
  readonly stdin: Readable;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Whether somebody is there to answer questions. */
  readonly interactive: boolean;
  /** What day it is, for the dates of a lab. */
  readonly today: Date;
};

/** What the command line says: the name of the thing to make, and its options. */
export type Request = {
  readonly name: string;
  readonly given: Readonly<Partial<Record<Option, string>>>;
};

export type Option = "title" | "entry" | "signature" | "number" | "chapter" | "activities";

/** Nothing was written; `message` is the French sentence that says what to write instead. */
export class Refusal extends Error {}
