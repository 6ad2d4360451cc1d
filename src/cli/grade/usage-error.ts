/** The command cannot be carried out: `message` is the French sentence for whoever typed it. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
