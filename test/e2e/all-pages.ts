import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

/** The path of every page of the built site (`/chapitres/03-…/`), in order: a new page is tested without a list. */
export const allPages = (): string[] =>
  readdirSync(dist, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file === "index.html" || file.endsWith("/index.html"))
    .map((file) => `/${file.slice(0, -"index.html".length)}`)
    .toSorted();

/** The pages of one exercise each: all made by one template from one kind of folder. */
export const isExercisePage = (path: string): boolean => path.startsWith("/exercices/");

/** What one comes to read, not to work with. */
export const isText = (path: string): boolean => path === "/" || /^\/(chapitres|guide)\//.test(path);
