import { useLayoutEffect, useRef } from "preact/hooks";

/** Borrows a part of the static page, open, and puts it back where it was. */
export function StaticPart({ part }: { readonly part: HTMLElement | null }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (part === null || place.current === null) return;
    const home = document.createComment("after");
    part.replaceWith(home);
    place.current.append(part);
    if (part instanceof HTMLDetailsElement) part.open = true;
    return () => home.replaceWith(part);
  }, [part]);
  return <div ref={place} />;
}
