import { getCollection, type CollectionEntry } from "astro:content";

/** The broken networks, in their order. */
export const repairs = async (): Promise<CollectionEntry<"pannes">[]> =>
  (await getCollection("pannes")).toSorted((a, b) => a.data.order - b.data.order);
