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
    const around = (element) => {
      if (element === null) return "";
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      return [backgroundColor, backgroundImage, opacity, around(element.parentElement)].join();
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
