/** « 03.1 La somme de contrôle » for the name of a record, from the table of the page; else the name itself. */
export const nameIn = (root: ParentNode, id: string): string =>
  root.querySelector(`[data-work-for="${CSS.escape(id)}"] [data-cell="name"]`)?.textContent.trim() ?? id;
