import { createInterface, type Interface } from "node:readline";
import * as fr from "./sentences.fr.ts";
import { Refusal, type Option, type Request, type World } from "./world.ts";

type How = {
  /** What Enter alone means; on the command line too, where the option is not given. */
  readonly fallback?: string;
  /** The sentence for what cannot be meant: said, and asked again; on the command line it ends the command. */
  readonly check?: (value: string) => string | null;
};

/** Asks for what the command line does not say. */
export type Ask = {
  (option: Option, request: Request, how?: How): Promise<string>;
  /** Refuses where these options are missing and nobody can be asked. */
  need(request: Request, options: readonly Option[]): void;
  close(): void;
};

export function asker({ stdin, stdout, interactive }: World): Ask {
  const terminal = interactive ? createInterface({ input: stdin, output: stdout }) : null;
  const nextLine = terminal === null ? null : linesOf(terminal);
  const ask = async (option: Option, { given }: Request, { fallback, check = notEmpty }: How = {}) => {
    const value = given[option] ?? (nextLine === null ? fallback : undefined);
    if (value !== undefined) {
      const complaint = check(value);
      if (complaint !== null) throw new Refusal(complaint);
      return value;
    }
    if (nextLine === null) throw new Refusal(fr.missing([option]));
    for (;;) {
      stdout.write(fr.question(option, fallback));
      const line = (await nextLine()).trim();
      const answer = line === "" ? (fallback ?? "") : line;
      const complaint = check(answer);
      if (complaint === null) return answer;
      stdout.write(`${complaint}\n`);
    }
  };
  return Object.assign(ask, {
    need({ given }: Request, options: readonly Option[]) {
      const absent = options.filter((option) => given[option] === undefined);
      if (terminal === null && absent.length > 0) throw new Refusal(fr.missing(absent));
    },
    close: () => terminal?.close(),
  });
}

const notEmpty = (value: string): string | null => (value === "" ? fr.empty : null);

/** The lines that are typed, one a call, those typed ahead too. Refuses when the terminal is closed (Ctrl+D). */
function linesOf(terminal: Interface): () => Promise<string> {
  const lines = terminal[Symbol.asyncIterator]();
  return async () => {
    const { value, done } = await lines.next();
    if (done === true) throw new Refusal(fr.closed);
    return value;
  };
}
