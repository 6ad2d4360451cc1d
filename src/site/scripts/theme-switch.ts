/** The theme button: system, light, dark, in turn; the choice is kept by `theme.js`'s key. */
const key = "prip:theme";
const order = ["system", "light", "dark"] as const;
type Theme = (typeof order)[number];
const names: Record<Theme, string> = { system: "système", light: "clair", dark: "sombre" };

const current = (): Theme =>
  order.find((theme) => theme === document.documentElement.dataset["theme"]) ?? "system";

function apply(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    if (theme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage can be forbidden or full: the choice then lasts as long as the page.
  }
  // The editor has its own colours and follows this.
  document.dispatchEvent(new CustomEvent("prip:theme"));
}

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-theme-switch]")) {
  const label = () => (button.textContent = `Thème : ${names[current()]}`);
  button.hidden = false;
  label();
  button.addEventListener("click", () => {
    apply(order[(order.indexOf(current()) + 1) % order.length] ?? "system");
    label();
  });
}
