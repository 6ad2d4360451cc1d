import { existsSync } from "node:fs";
import { join } from "node:path";
import { installOnDebian } from "./debian.ts";

/** Where browsers of the Chromium family live, by platform; the first that exists is used. */
function candidates(): string[] {
  const { CHROMIUM_PATH, PROGRAMFILES, LOCALAPPDATA } = process.env;
  const windows = [PROGRAMFILES, process.env["PROGRAMFILES(X86)"], LOCALAPPDATA].flatMap((folder) =>
    folder === undefined
      ? []
      : ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"].map((path) =>
          join(folder, path),
        ),
  );
  return [
    ...(CHROMIUM_PATH === undefined ? [] : [CHROMIUM_PATH]),
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ...windows,
  ];
}

/** The path of a Chromium or Chrome of this machine, or null. */
export const findChromium = (): string | null => candidates().find((path) => existsSync(path)) ?? null;

/**
 * Finds a browser; on Debian as root, installs the distribution's package first when there is none. The browser
 * tests are never skipped: without a browser this says in one line what to install.
 */
export function requireChromium(): string {
  if (findChromium() === null) installOnDebian("chromium", "fonts-dejavu");
  const found = findChromium();
  if (found !== null) return found;
  throw new Error(
    "The browser tests need Chromium, Chrome or Edge: install one (on Debian: apt-get install chromium fonts-dejavu) or set CHROMIUM_PATH.",
  );
}

/** Flags for a headless run on a machine without GPU and, perhaps, without network. */
export const chromiumFlags: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
