/** How an Ingress finds the backend of a request (Kubernetes, « Ingress »; API networking.k8s.io/v1). */

export type IngressPath<Backend> = {
  /** Begins with a slash. */
  readonly path: string;
  readonly pathType: "Exact" | "Prefix";
  readonly backend: Backend;
};

export type IngressRule<Backend> = {
  /** `shop.example.com`, `*.example.com`; without one the rule is for every host. */
  readonly host?: string;
  readonly paths: readonly IngressPath<Backend>[];
};

/**
 * The backend for a request, by its header Host, a port in it or not, and its path without the query. The most precise
 * host that matches decides, then, of all its rules, the most precise path. Null where none matches: that is for the
 * default backend.
 */
export function routeIngress<Backend>(
  rules: readonly IngressRule<Backend>[],
  host: string,
  path: string,
): Backend | null {
  const name = host.replace(/:[0-9]+$/, "").toLowerCase();
  const best = Math.max(0, ...rules.map((rule) => hostPrecision(rule.host, name)));
  if (best === 0) return null;
  const paths = rules.filter((rule) => hostPrecision(rule.host, name) === best).flatMap((rule) => rule.paths);
  return mostPrecise(paths.filter((candidate) => matchesPath(candidate, path)))?.backend ?? null;
}

/**
 * « Hostname wildcards »: 3 the host itself, 2 a wildcard, which stands for exactly one label, 1 a rule for every host, 0
 * no match. Names of hosts have no case (RFC 4343).
 */
function hostPrecision(host: string | undefined, name: string): 0 | 1 | 2 | 3 {
  if (host === undefined || host === "") return 1;
  const wanted = host.toLowerCase();
  if (wanted === name) return 3;
  const dot = name.indexOf(".");
  return wanted.startsWith("*.") && dot > 0 && wanted.slice(1) === name.slice(dot) ? 2 : 0;
}

/** « Path types »: Exact is the same text; Prefix compares element by element, and a slash at the end means nothing. */
function matchesPath({ path, pathType }: IngressPath<unknown>, requested: string): boolean {
  if (pathType === "Exact") return path === requested;
  const elements = elementsOf(requested);
  return elementsOf(path).every((element, i) => element === elements[i]);
}

const elementsOf = (path: string): string[] => path.split("/").filter((element) => element !== "");

/** « Multiple matches »: the longest path first; of two as long, the Exact one. */
const mostPrecise = <Backend>(paths: readonly IngressPath<Backend>[]): IngressPath<Backend> | undefined =>
  paths.toSorted((a, b) => precision(b) - precision(a))[0];

const precision = ({ path, pathType }: IngressPath<unknown>): number =>
  2 * elementsOf(path).length + (pathType === "Exact" ? 1 : 0);
