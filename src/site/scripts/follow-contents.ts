/** Marks, in the contents at the left, the section or exercise that is being read. */
const links = [...document.querySelectorAll<HTMLAnchorElement>(".chapter-side .contents a")];
const targets = links.flatMap((link) => {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return target === null ? [] : [{ link, target }];
});

/** A heading is being read from the moment it has passed the upper third of the window. */
function mark(): void {
  const line = innerHeight / 3;
  const read = targets.findLast(({ target }) => target.getBoundingClientRect().top <= line);
  for (const { link } of targets) {
    if (link === read?.link) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

let waiting = false;
addEventListener(
  "scroll",
  () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  },
  { passive: true },
);
mark();
