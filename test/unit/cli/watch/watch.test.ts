import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { given, student, type Student } from "./student.ts";

const checksum = "03-verifier-et-reecrire/03.1-checksum.ts";

let one: Student;
beforeEach(() => {
  one = student();
});
afterEach(() => one.leave());

/** The command at work: `heard` waits until it has said these words since the last time it was asked. */
function watching(...args: readonly string[]) {
  const stop = new AbortController();
  let said = "";
  let listener: (() => void) | null = null;
  const hear = (text: string): void => {
    said += `${text}\n`;
    listener?.();
  };
  const code = one.start(args, hear, stop);
  const waitFor = (words: string): Promise<void> =>
    new Promise((resolve) => {
      listener = () => {
        const at = said.indexOf(words);
        if (at === -1) return;
        said = said.slice(at + words.length);
        listener = null;
        resolve();
      };
      listener();
    });
  // A command that ends says nothing more: no test waits for it.
  const ended = code.then(() => Promise.reject(new Error(`ended after: ${said}`)));
  ended.catch(() => undefined);
  return {
    heard: (words: string): Promise<void> => Promise.race([waitFor(words), ended]),
    stop: () => stop.abort(),
    code,
  };
}

const waiting = "Enregistrez le fichier";

test("saves of every kind are noticed, in a folder made anew too; the end says where the attempts are", async () => {
  const command = watching("--only", "03.1");
  await command.heard(waiting);

  one.write(checksum, given("ipv4/checksum/mistakes/carry-lost.ts"));
  await command.heard("✗ La retenue est perdue.");
  await command.heard(`0 / 1 `);
  await command.heard(waiting);

  // As editors do that write beside and rename.
  writeFileSync(one.path(`${checksum}~`), given("ipv4/checksum/mistakes/little-endian.ts"));
  renameSync(one.path(`${checksum}~`), one.path(checksum));
  await command.heard("✗ Les deux octets du résultat sont échangés.");
  await command.heard(waiting);

  // Saved without a change: said again, not counted.
  one.write(checksum, given("ipv4/checksum/mistakes/little-endian.ts"));
  await command.heard("cet essai n'est pas compté");
  await command.heard(waiting);

  rmSync(one.path("03-verifier-et-reecrire"), { recursive: true });
  await command.heard("n'est plus là");
  mkdirSync(one.path("03-verifier-et-reecrire"));
  one.write(checksum, given("ipv4/checksum/solution.ts"));
  await command.heard("✓ Juste");
  await command.heard("1 / 1 ");
  await command.heard("Tout est réussi.");

  const last = command.heard("prip-travaux.json");
  command.stop();
  await last;
  expect(await command.code).toBe(0);
  const works = one.works();
  expect(works.ok && works.works[0]?.activity.attempts.map(({ kind }) => kind)).toEqual([
    "failed",
    "failed",
    "passed",
  ]);
});

test("a start repeats the verdict of the exercise in work; a folder that is gone ends the command", async () => {
  await one.once("--only", "03.1");
  one.write(checksum, given("ipv4/checksum/mistakes/carry-lost.ts"));
  await one.once("--only", "03.1");
  const command = watching("--only", "03.1");
  const ended = expect(command.code).rejects.toThrow("n'existe plus");
  await command.heard("✗ La retenue est perdue.");
  await command.heard(waiting);
  rmSync(one.folder, { recursive: true });
  await ended;
});
