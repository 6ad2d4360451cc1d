import { parseArgs } from "node:util";
import { asker } from "./ask.ts";
import { newChapter } from "./new-chapter.ts";
import { newExercise } from "./new-exercise.ts";
import { newLab } from "./new-lab.ts";
import * as fr from "./sentences.fr.ts";
import { Refusal, type Request, type World } from "./world.ts";

const kinds = { exercise: newExercise, lab: newLab, chapter: newChapter } as const;

const options = {
  title: { type: "string" },
  entry: { type: "string" },
  signature: { type: "string" },
  number: { type: "string" },
  chapter: { type: "string" },
  activities: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** The command: gives the exit code, 0 when the files are there, 2 when nothing was written. */
export async function run(argv: readonly string[], world: World): Promise<0 | 2> {
  const ask = asker(world);
  try {
    const [kind, request] = read(argv);
    if (request === null) {
      world.stdout.write(`${fr.usage(kind)}\n`);
      return 0;
    }
    world.stdout.write(`${await kinds[kind](request, world, ask)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    world.stderr.write(`${error.message}\n`);
    return 2;
  } finally {
    ask.close();
  }
}

/** What is to be made, and how; null for help. Throws Refusal. */
function read(argv: readonly string[]): [kind: keyof typeof kinds, request: Request | null] {
  const [word, ...args] = argv;
  if (word === undefined || !isKind(word)) throw new Refusal(fr.unknownKind(word ?? ""));
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const { help, ...given } = values;
    const [name, extra] = positionals;
    if (help === true) return [word, null];
    if (name === undefined || extra !== undefined) throw new Refusal(fr.usage(word));
    return [word, { name, given }];
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      `${fr.badOption(error instanceof Error ? error.message : String(error))}\n${fr.usage(word)}`,
    );
  }
}

const isKind = (word: string): word is keyof typeof kinds => Object.hasOwn(kinds, word);
