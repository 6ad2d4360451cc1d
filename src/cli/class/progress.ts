import { frenchNumber } from "#course/feedback/fr/typography.ts";
import { bar } from "../check/progress.ts";

/** A line that says how far grading is and how long it will take, rewritten in place; silent where nobody watches. */
export type Progress = { readonly step: () => void; readonly done: () => void };

type Screen = { readonly isTTY?: boolean; write(text: string): unknown };

/** `now` gives milliseconds; the time left is guessed from the hand-ins graded so far. */
export function progressOn(screen: Screen, total: number, now: () => number): Progress {
  if (screen.isTTY !== true || total === 0) return { step: () => undefined, done: () => undefined };
  const start = now();
  let graded = 0;
  return {
    step: () => {
      graded += 1;
      const left = ((now() - start) / graded) * (total - graded);
      const text = `${bar(graded / total)} ${frenchNumber(graded)}/${frenchNumber(total)} · ${duration(left)}`;
      screen.write(`\r\u001b[2K${text}`);
    },
    done: () => screen.write("\r\u001b[2K"),
  };
}

/** « encore 3 min », « encore 20 s ». */
export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `encore ${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60
    ? `encore ${minutes} min`
    : `encore ${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;
}
