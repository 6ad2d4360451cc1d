import { SaxesParser } from "saxes";

/** Reads strict XML (the pages are written so that they are XML too); throws at the first fault, with its line. */
export function elementsOf(
  text: string,
): readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[] {
  const parser = new SaxesParser();
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => elements.push({ name, attributes }));
  parser.write(text).close();
  return elements;
}

/** What a reader sees of a page, white space as one space. */
export const textOf = (page: string): string =>
  plain(page.replace(/<style>[^]*?<\/style>/, "").replaceAll(/<[^>]+>/g, " "));

/** The cells of the first table with that class, row by row. */
export function tableOf(page: string, name: string): string[][] {
  const [, table = ""] = new RegExp(`<table class="${name}"[^>]*>([^]*?)</table>`).exec(page) ?? [];
  return [...table.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[dh][^>]*>([^]*?)<\/t[dh]>/g)].map(([, cell = ""]) =>
      plain(cell.replaceAll(/<[^>]+>/g, " ")),
    ),
  );
}

const plain = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/[ \n]+/g, " ")
    .replaceAll(/ (?=[.,])/g, "")
    .trim();
