/**
 * How the kubelet draws conclusions from probes (Kubernetes, « Liveness, Readiness, and Startup Probes », « Configure
 * Probes »). Only a whole row of equal outcomes changes anything. Times in seconds, as in the manifest.
 */
export type Probe = {
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  /** A probe without an answer after so long has failed. */
  readonly timeoutSeconds: number;
  /** Successes in a row after which it passes; 1 for liveness and startup. */
  readonly successThreshold: number;
  /** Failures in a row after which it fails. */
  readonly failureThreshold: number;
};

export const probeDefaults: Probe = {
  initialDelaySeconds: 0,
  periodSeconds: 10,
  timeoutSeconds: 1,
  successThreshold: 1,
  failureThreshold: 3,
};

export type ProbeKind = "startup" | "liveness" | "readiness";
export type Probes = Readonly<Partial<Record<ProbeKind, Probe>>>;

/** What one probe says of its container: `passes` until the other outcome came often enough in a row. */
type Conclusion = { readonly passes: boolean; readonly last: boolean | null; readonly row: number };

export type ContainerHealth = {
  readonly started: boolean;
  /** Only then the Pod is a ready endpoint. */
  readonly ready: boolean;
  readonly restarts: number;
  readonly conclusions: Readonly<Record<ProbeKind, Conclusion>>;
};

/** A container that has just begun: it lives, has not started where a startup probe is to say so, and is not ready. */
export function newContainer(probes: Probes, restarts = 0): ContainerHealth {
  const begins = (passes: boolean): Conclusion => ({ passes, last: null, row: 0 });
  const started = probes.startup === undefined;
  return {
    started,
    ready: started && probes.readiness === undefined,
    restarts,
    conclusions: { startup: begins(false), liveness: begins(true), readiness: begins(false) },
  };
}

/** Whether the kubelet runs the probe now: the startup probe until it passes, the others from then on. */
export const isRunning = ({ started }: ContainerHealth, kind: ProbeKind): boolean =>
  (kind === "startup") !== started;

/** The outcome of one probe. A container whose liveness or startup probe fails is begun again. */
export function afterProbe(
  probes: Probes,
  health: ContainerHealth,
  kind: ProbeKind,
  success: boolean,
): ContainerHealth {
  const probe = probes[kind];
  if (probe === undefined || !isRunning(health, kind)) return health;
  const { last, row: before, passes } = health.conclusions[kind];
  const row = last === success ? before + 1 : 1;
  const enough = row >= (success ? probe.successThreshold : probe.failureThreshold);
  if (enough && !success && kind !== "readiness") return newContainer(probes, health.restarts + 1);
  const conclusion = { passes: enough ? success : passes, last: success, row };
  const started = health.started || (kind === "startup" && conclusion.passes);
  const conclusions = { ...health.conclusions, [kind]: conclusion };
  return {
    ...health,
    started,
    ready: started && (probes.readiness === undefined || conclusions.readiness.passes),
    conclusions,
  };
}

/** The longest time that a container may take to start, in seconds: after it the startup probe has failed for good. */
export const longestStart = ({ initialDelaySeconds, periodSeconds, failureThreshold }: Probe): number =>
  initialDelaySeconds + periodSeconds * failureThreshold;
