import { describe, expect, test } from "vitest";
import {
  afterGatewayProbe,
  gatewayProbeDefaults,
  isHealthyStatus,
  takenOutAt,
} from "#net/kubernetes/gateway-probe.ts";
import {
  afterProbe,
  isRunning,
  longestStart,
  newContainer,
  probeDefaults,
  type ContainerHealth,
  type ProbeKind,
  type Probes,
} from "#net/kubernetes/probes.ts";

/** `run(probes, "liveness - - +")`: the health after each outcome. */
function run(
  probes: Probes,
  text: string,
  health: ContainerHealth = newContainer(probes),
): ContainerHealth[] {
  const [kind = "", ...outcomes] = text.split(" ");
  const probed = (["startup", "liveness", "readiness"] as const).find((one) => one === kind);
  if (probed === undefined) throw new Error(`no such probe: ${kind}`);
  return outcomes.map((outcome) => (health = afterProbe(probes, health, probed, outcome === "+")));
}
const ready = (list: readonly ContainerHealth[]): boolean[] => list.map((health) => health.ready);
const restarts = (list: readonly ContainerHealth[]): number[] => list.map((health) => health.restarts);

describe("the probes of a container", () => {
  test("without probes it is ready and stays so", () => {
    expect(newContainer({})).toMatchObject({ started: true, ready: true, restarts: 0 });
  });

  test("readiness: not ready before the first success, nor after three failures in a row", () => {
    const probes = { readiness: probeDefaults };
    expect(newContainer(probes).ready).toBe(false);
    expect(ready(run(probes, "readiness - + - - + - - - - +"))).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      true,
    ]);
    expect(restarts(run(probes, "readiness + - - - - - -")).at(-1)).toBe(0);
  });

  test("readiness with successThreshold 2 needs two in a row", () => {
    const probes = { readiness: { ...probeDefaults, successThreshold: 2, failureThreshold: 1 } };
    expect(ready(run(probes, "readiness + - + + -"))).toEqual([false, false, false, true, false]);
  });

  test("liveness: the third failure in a row begins the container again, with no failure counted", () => {
    const probes = { liveness: probeDefaults };
    expect(newContainer(probes).conclusions.liveness.passes).toBe(true);
    expect(restarts(run(probes, "liveness - - + - - - - - -"))).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 2]);
  });

  test("a container begun again is not ready until its readiness probe says so", () => {
    const probes = { liveness: probeDefaults, readiness: probeDefaults };
    const [isReady] = run(probes, "readiness +");
    const after = run(probes, "liveness - - -", isReady);
    expect(ready(after)).toEqual([true, true, false]);
  });

  test("the startup probe first and alone, then never again", () => {
    const probes = { startup: probeDefaults, liveness: probeDefaults, readiness: probeDefaults };
    const running = (health: ContainerHealth): ProbeKind[] =>
      (["startup", "liveness", "readiness"] as const).filter((kind) => isRunning(health, kind));
    const begun = newContainer(probes);
    expect(running(begun)).toEqual(["startup"]);
    expect(run(probes, "liveness - - - -", begun).at(-1)).toEqual(begun);
    const [, started = begun] = run(probes, "startup - +", begun);
    expect(running(started)).toEqual(["liveness", "readiness"]);
    expect(started).toMatchObject({ started: true, ready: false, restarts: 0 });
    expect(run(probes, "startup - - -", started).at(-1)).toEqual(started);
    expect(restarts(run(probes, "startup - - - -", begun))).toEqual([0, 0, 1, 1]);
  });

  test("with a startup probe alone it is ready once it has started", () => {
    const probes = { startup: probeDefaults };
    expect(newContainer(probes).ready).toBe(false);
    expect(ready(run(probes, "startup - +"))).toEqual([false, true]);
  });

  // « Protect slow starting containers with startup probes »: 30 × 10 s = 5 minutes.
  test("the time to start is the threshold times the period", () => {
    expect(longestStart({ ...probeDefaults, failureThreshold: 30 })).toBe(300);
    expect(longestStart({ ...probeDefaults, failureThreshold: 30, initialDelaySeconds: 5 })).toBe(305);
  });
});

describe("a load balancer's probe: 30 s, 30 s, 3", () => {
  test("a backend is out after three failures in a row, and back after one success", () => {
    let backend = { healthy: true, failures: 0 };
    const seen = "- - + - - - +".split(" ").map((outcome) => {
      backend = afterGatewayProbe(gatewayProbeDefaults, backend, outcome === "+");
      return backend.healthy;
    });
    expect(seen).toEqual([true, true, true, true, true, false, true]);
  });

  test("a silent one is out 90 to 120 s after it died, one that refuses 60 to 90 s after", () => {
    const after = (diesAt: number, how: "silent" | "refuses"): number =>
      takenOutAt(gatewayProbeDefaults, diesAt, how) - diesAt;
    expect([after(30, "silent"), after(1, "silent"), after(59, "silent")]).toEqual([90, 119, 91]);
    expect([after(30, "refuses"), after(1, "refuses")]).toEqual([60, 89]);
    const impatient = { interval: 10, timeout: 2, unhealthyThreshold: 1 };
    expect(takenOutAt(impatient, 11, "silent")).toBe(22);
  });

  test("codes from 200 to 399 are healthy", () => {
    expect([199, 200, 399, 400].map(isHealthyStatus)).toEqual([false, true, true, false]);
  });
});
