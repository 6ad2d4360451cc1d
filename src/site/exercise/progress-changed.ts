/** The event on the document that says: something was done on this page, marks may have changed. */
export const progressChanged = "prip-progress";
