const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");

/** The address of a page or file of this site, under whatever base path it is published: `href("exercices/")`. */
export const href = (path: string): string => base + path.replace(/^\//, "");

export const chapterHref = (slug: string): string => href(`chapitres/${slug}/`);
export const exerciseHref = (id: string): string => href(`exercices/${id}/`);

/** The own page of an activity: `01.3-les-etapes-d-une-requete`. */
export const activityHref = (id: string): string => href(`activites/${id}/`);

/** Where the activity of that id stands in its chapter. */
export const activityAnchor = (id: string): string => `activite-${id.replaceAll(".", "-")}`;

/** Where the exercise of that number stands in its chapter. */
export const exerciseAnchor = (number: string): string => `exercice-${number.replace(".", "-")}`;

/** The page of a weekly lab: `tp3`. */
export const labHref = (lab: string): string => href(`tp/${lab}/`);

/** A page of the guide: `apprenants`, `auteurs`, `enseignants`. */
export const guideHref = (slug: string): string => href(`guide/${slug}/`);
