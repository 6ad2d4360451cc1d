/**
 * Marks of progress, on any page: imports nothing heavy, finds its places by itself.
 *
 * - `[data-progress-for="ipv4/checksum"]`: gets `data-progress="none|started|passed"` and a text (« ✓ réussi »,
 *   « en cours »), empty when nothing was done.
 * - `[data-progress-chapter="3"]` with `data-progress-exercises="ipv4/checksum ipv4/ttl …"`: gets `data-progress` and
 *   « 2 sur 4 réussis », or keeps its own text while nothing was done.
 *
 * They are filled once the page is there, after each evaluation on it, and when another tab changes the records.
 */
import { createBrowserStorage } from "#course/progress/browser-storage.ts";
import { markOf } from "#course/progress/mark.ts";
import { progressChanged } from "./progress-changed.ts";

const storage = createBrowserStorage(window);
const texts = { none: "", started: "en cours", passed: "✓ réussi" } as const;

function fill(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-progress-for]")) {
    const mark = markOf(storage, place.dataset["progressFor"] ?? "");
    if (place.dataset["progress"] === mark) continue;
    place.dataset["progress"] = mark;
    place.textContent = texts[mark];
  }
  for (const place of document.querySelectorAll<HTMLElement>("[data-progress-chapter]")) {
    const ids = (place.dataset["progressExercises"] ?? "").split(" ").filter((id) => id !== "");
    const marks = ids.map((id) => markOf(storage, id));
    const passed = marks.filter((mark) => mark === "passed").length;
    const begun = marks.some((mark) => mark !== "none");
    const own = (place.dataset["progressOwn"] ??= place.textContent.trim());
    place.dataset["progress"] = !begun ? "none" : passed === ids.length ? "passed" : "started";
    place.textContent = begun ? `${passed} sur ${ids.length} ${passed > 1 ? "réussis" : "réussi"}` : own;
  }
}

fill();
storage.onChange(fill);
document.addEventListener(progressChanged, fill);
