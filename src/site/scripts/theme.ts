/**
 * Sets the stored theme before the first paint. It is served as a tiny classic script of its own (`theme.js`), so
 * it must stand alone: no import, no helper. Without a stored choice the system's preference holds, by CSS.
 */
export function applyStoredTheme(): void {
  try {
    const stored = localStorage.getItem("prip:theme");
    if (stored === "light" || stored === "dark") document.documentElement.dataset["theme"] = stored;
  } catch {
    // Storage can be forbidden; then the system's preference holds.
  }
  document.documentElement.dataset["script"] = "on";
}
