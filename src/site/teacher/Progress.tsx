import { words } from "./words.ts";

export type Running = {
  readonly done: number;
  readonly total: number;
  /** Milliseconds since grading began. */
  readonly elapsed: number;
};

/** How far grading is, how long it will take, guessed from what is done, and a way to stop it. */
export function Progress({
  running: { done, total, elapsed },
  stop,
}: {
  readonly running: Running;
  readonly stop: () => void;
}) {
  const left = done === 0 ? null : (elapsed / done) * (total - done);
  return (
    <div class="px-more" data-part="progress">
      <progress max={total} value={done} aria-label={words.grading(done, total)} />
      <span>
        {words.grading(done, total)}
        {left !== null && left > 0 && `, ${words.left(left)}`}
      </span>
      <button type="button" class="px-button" data-action="stop" onClick={stop}>
        {words.stop}
      </button>
    </div>
  );
}
