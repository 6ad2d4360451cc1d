/** Where the panel asks the development server. */
export const address = "/__auteur/";
