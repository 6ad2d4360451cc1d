import { useState } from "preact/hooks";
import { encodeCase } from "#course/exercise/case-link.ts";
import type { EncodedValue } from "#course/exercise/value.ts";
import { words } from "../words.ts";

type Props = { readonly href: string; readonly args: readonly EncodedValue[]; readonly seed: number };

/** A link that replays the case on the exercise's own page; it never holds the learner's text. */
export function CaseLink({ href, args, seed }: Props) {
  const [said, setSaid] = useState<string | null>(null);
  const code = encodeCase(args, seed);
  if (code === null) return null;
  const link = new URL(`#cas=${code}`, new URL(href, location.href)).href;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid(words.copied);
    } catch {
      setSaid(words.copyFailed);
    }
  };
  return (
    <p class="px-case-link">
      <a href={link} data-action="case-link">
        {words.caseLink}
      </a>{" "}
      <button type="button" class="px-link" data-action="copy-case-link" onClick={() => void copy()}>
        {words.copy}
      </button>{" "}
      <span role="status">{said}</span>
    </p>
  );
}
