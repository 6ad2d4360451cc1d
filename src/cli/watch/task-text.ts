/**
 * The task of a `statement.fr.mdx` in at most two sentences, without marks of emphasis: what the function receives
 * and what it gives back. A sentence that announces a table or a list is left out. Empty when none says it.
 */
export function taskSentences(statement: string): string {
  const body = statement
    .replace(/^\uFEFF?---\r?\n[\s\S]*?\n---\r?\n/, "")
    .replace(/<AfterSuccess>[\s\S]*/, "");
  for (const paragraph of body.split(/\n\s*\n/).map(plain)) {
    if (!isProse(paragraph)) continue;
    const sentences = paragraph.split(sentenceEnd);
    const first = sentences.findIndex((sentence) => /\breçoit\b/.test(sentence));
    if (first !== -1)
      return sentences
        .slice(first, first + 2)
        .filter((sentence) => /[.!?]$/.test(sentence))
        .join(" ")
        .replace(/^Elle reçoit/, "Votre fonction reçoit");
  }
  return "";
}

const plain = (block: string): string =>
  block
    .trim()
    .replace(/\s*\n\s*/g, " ")
    .replaceAll("**", "")
    .replace(/(?<![\w*])\*([^\s*][^*]*)\*/g, "$1");

/** No table, list, heading, quotation or component. */
const isProse = (paragraph: string): boolean =>
  paragraph !== "" && !/^(?:[|#>{<]|[-+] |\d+\. |```)/.test(paragraph);

const sentenceEnd = /(?<=[.!?]) (?=[A-ZÀ-ÖØ-Þ`«])/;
