import { editor } from "monaco-editor/editor/editor.api.js";

const colours = {
  "editor.background": "--surface",
  "editor.foreground": "--text",
  "editorLineNumber.foreground": "--muted",
  "editorLineNumber.dimmedForeground": "--muted",
  "editorLineNumber.activeForeground": "--text",
  "editorCursor.foreground": "--accent",
  "editorWidget.background": "--surface",
  "editorWidget.border": "--line-strong",
  focusBorder: "--accent",
} as const;

/** Where Monaco's own dark theme stays under a contrast of 4.5 to 1 on the page's surface. */
const lighter = [
  { token: "comment", foreground: "8bb479" },
  { token: "regexp", foreground: "d294bb" },
];

/** Makes Monaco look like the page, now and whenever the page's theme changes. Call once a page. */
export function followTheme(): void {
  const apply = (): void => {
    const dark = isDark();
    const name = dark ? "page-dark" : "page-light";
    editor.defineTheme(name, {
      base: dark ? "vs-dark" : "vs",
      inherit: true,
      rules: dark ? lighter : [],
      colors: pageColours(),
    });
    editor.setTheme(name);
  };
  apply();
  const options = { attributes: true, attributeFilter: ["data-theme"] };
  new MutationObserver(apply).observe(document.documentElement, options);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply);
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
}

/** The page's colours as Monaco wants them, `#rrggbb`: the browser resolves them, one pixel of a canvas spells them. */
function pageColours(): Record<string, string> {
  const probe = document.createElement("span");
  document.body.append(probe);
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const found: Record<string, string> = {};
  for (const [name, variable] of Object.entries(colours)) {
    probe.style.color = `var(${variable})`;
    if (context === null) continue;
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    found[name] = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  }
  probe.remove();
  return found;
}
