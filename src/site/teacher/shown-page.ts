/**
 * A report page shown inside this one: in a shadow tree, with its own styles, so that neither page touches the other.
 * Colours are inherited from the site's tokens, which have the same names and follow the reader's theme.
 */
export function showPage(place: HTMLElement, page: string, follow: (path: string) => void): void {
  const root = place.shadowRoot ?? place.attachShadow({ mode: "open" });
  // Taken out first: the site's policy refuses style elements, also while a page is only read.
  const [element = "", style = ""] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
  const parsed = new DOMParser().parseFromString(page.replace(element, ""), "text/html");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(ownRules(style));
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren(...parsed.body.children);
  // There is one main already.
  for (const main of root.querySelectorAll("main")) main.replaceWith(...main.childNodes);
  root.addEventListener("click", (event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    const address = link?.getAttribute("href") ?? "";
    if (address === "") return;
    event.preventDefault();
    if (address.startsWith("#")) goTo(root, address.slice(1));
    else follow(address);
  });
}

/** The page's rules without those for its own root and body. */
const ownRules = (style: string): string =>
  `${style.replaceAll(/(:root|body) \{[^}]*\}/g, "")}\n:host { display: block; }`;

/** What a link within a page does, which addresses cannot do in a shadow tree. */
function goTo(root: ShadowRoot, id: string): void {
  const target = root.getElementById(id);
  if (target === null) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}
