/** The names that a resolver asks for when a program gives it a short one (resolv.conf(5), `search` and `ndots`). */

/** `ndots` in the resolv.conf of a Pod (Kubernetes, « DNS for Services and Pods »); elsewhere it is 1. */
export const podNdots = 5;

/** The search list in the resolv.conf of a Pod. */
export const podSearchList = (namespace: string, clusterDomain = "cluster.local"): readonly string[] => [
  `${namespace}.svc.${clusterDomain}`,
  `svc.${clusterDomain}`,
  clusterDomain,
];

/**
 * The names to try, in order, each with its final dot, none twice. A name that ends in a dot is complete and tried alone.
 * One with fewer dots than `ndots` is tried as given after all others, one with as many or more before them.
 */
export function searchCandidates(name: string, search: readonly string[], ndots: number): readonly string[] {
  if (name.endsWith(".")) return [name];
  const dots = name.split(".").length - 1;
  const absolute = `${name}.`;
  const searched = search.map((domain) => `${name}.${domain.replace(/\.$/, "")}.`.replace(/\.\.$/, "."));
  return [...new Set(dots < ndots ? [...searched, absolute] : [absolute, ...searched])];
}
