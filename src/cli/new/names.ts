/** A name as folders and files have it: small letters without accents, digits and hyphens; `exemple` for nothing. */
export function slug(text: string): string {
  const plain = text
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "")
    .replaceAll(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replaceAll(/œ/g, "oe")
    .replaceAll(/[^a-z\d]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return plain === "" ? "exemple" : plain;
}

/** A function's name: `checkHeader` for `check-header`. */
export const camelCase = (text: string): string =>
  slug(text)
    .replace(/^[\d-]+/, "")
    .replaceAll(/-([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
