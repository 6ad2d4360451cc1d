/** Label selectors: how Services, NetworkPolicies and others name a set of Pods (Kubernetes, « Labels and Selectors »). */

export type Labels = Readonly<Record<string, string>>;

export type Requirement =
  | { readonly key: string; readonly operator: "In" | "NotIn"; readonly values: readonly string[] }
  | { readonly key: string; readonly operator: "Exists" | "DoesNotExist" };

/** Everything that it lists must hold; one that lists nothing selects everything. */
export type LabelSelector = {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly Requirement[];
};

export const matchesSelector = (
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  labels: Labels,
): boolean =>
  Object.entries(matchLabels).every(([key, value]) => valueOf(labels, key) === value) &&
  matchExpressions.every((requirement) => satisfies(requirement, labels));

/**
 * Whether a Service finds the Pod: its selector is a plain map, and without any label it selects no Pod: somebody else
 * gives the endpoints (« Service », « Services without selectors »).
 */
export const serviceSelects = (selector: Labels, labels: Labels): boolean =>
  Object.keys(selector).length > 0 && matchesSelector({ matchLabels: selector }, labels);

function satisfies(requirement: Requirement, labels: Labels): boolean {
  const value = valueOf(labels, requirement.key);
  switch (requirement.operator) {
    case "In":
      return value !== undefined && requirement.values.includes(value);
    case "NotIn":
      // A Pod without the label is not in the set either.
      return value === undefined || !requirement.values.includes(value);
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
  }
}

/** Own labels only: `constructor` is no label of every Pod. */
const valueOf = (labels: Labels, key: string): string | undefined =>
  Object.hasOwn(labels, key) ? labels[key] : undefined;
