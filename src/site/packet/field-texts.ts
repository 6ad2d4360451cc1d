type FieldText = { readonly name: string; readonly meaning: string };

/** Meanings of header fields by `${layout}.${field}`. */
export const fieldTexts: Readonly<Record<string, FieldText>> = {};
