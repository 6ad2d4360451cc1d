/** A sentence with `code` between backquotes as its only markup; outside it, apostrophes are set as in the chapters. */
export function Inline({ text }: { readonly text: string }) {
  const parts = text.split("`");
  return <>{parts.map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : curly(part)))}</>;
}

/** Between letters only: the quotes inside an error's own text stay as they are. */
const curly = (text: string): string => text.replace(/(?<=\p{L})'(?=\p{L})/gu, "’");
