import { useLayoutEffect, useRef } from "preact/hooks";

/** Borrows a part of the static page, open, and puts it back where it was, folded. */
export function StaticPart({ part }: { readonly part: HTMLElement | null }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (part === null || place.current === null) return;
    const home = document.createComment("after");
    part.replaceWith(home);
    place.current.append(part);
    const fold = (open: boolean): void => {
      if (part instanceof HTMLDetailsElement) part.open = open;
    };
    fold(true);
    return () => {
      fold(false);
      home.replaceWith(part);
    };
  }, [part]);
  return <div ref={place} />;
}
