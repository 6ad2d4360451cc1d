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
