import type { Page } from "playwright-core";

/** What `markLooks` marks. */
export const sample = "[data-look]";

/**
 * Marks one text of each look that the page has now and had at none of the calls before: colour, large or not (WCAG 2.2
 * §1.4.3), and every background and opacity around it. Gives how many there are. Texts of one look have one contrast,
 * unless something else lies between them and their backgrounds.
 */
export const markLooks = (page: Page): Promise<number> =>
  page.evaluate<number>(`(() => {
    const seen = (window.looks ??= new Set());
    let marked = 0;
    const known = new Map([[null, ""]]);
    const around = (element) => {
      const before = known.get(element);
      if (before !== undefined) return before;
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      const own = [backgroundColor, backgroundImage, opacity].join();
      const outer = around(element.parentElement);
      // Most elements add nothing to what they lie on.
      const found = own === "rgba(0, 0, 0, 0),none,1" ? outer : own + ";" + outer;
      known.set(element, found);
      return found;
    };
    for (const element of document.body.querySelectorAll("*")) {
      element.removeAttribute("data-look");
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
      if (!hasText || !element.checkVisibility({ visibilityProperty: true })) continue;
      const style = getComputedStyle(element);
      const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const look = [style.color, large, around(element)].join();
      if (seen.has(look)) continue;
      seen.add(look);
      element.setAttribute("data-look", "");
      marked++;
    }
    return marked;
  })()`);
