import { expect, it } from "vitest";
import { exerciseOn, graderFile } from "./exercise-page.ts";
import { halfRouters, halfTraceroutes } from "./half-right.ts";
import { ownNetworkOn } from "./own-network-page.ts";
import { expectQuiet, newProfile, useBrowser, visit } from "./site.ts";

useBrowser();

/** What became of each stage, in order. */
const outcomes = async (exercise: ReturnType<typeof exerciseOn>): Promise<(string | null)[]> =>
  exercise.root
    .locator("[data-stage]")
    .evaluateAll((items) => items.map((item) => item.getAttribute("data-stage")));

it("grades traceroute by stages, shows the calls that it made, and counts what already works", async () => {
  const id = "icmp/traceroute";
  const profile = await newProfile();
  const watched = await visit(profile, `/exercices/${id}/`);
  const exercise = exerciseOn(watched.page, id);
  await exercise.open("simple");

  expect(await exercise.grade(graderFile(id, "mistakes/stops-at-star.ts"))).toBe("failed");
  expect(await exercise.root.locator("[data-mistake]").getAttribute("data-mistake")).toBe("stops-at-star");
  expect(await outcomes(exercise)).toEqual(["passed", "passed", "failed", "failed", "failed"]);
  expect(await exercise.root.locator("[data-stages]").innerText()).toContain("4 points sur 8");
  expect(await exercise.root.locator("[data-calls] pre").innerText()).toContain("probe(1, 33434) → ");

  expect(await exercise.grade(graderFile(id, "mistakes/same-port.ts"))).toBe("failed");
  expect(await exercise.root.locator("[data-mistake]").getAttribute("data-mistake")).toBe("same-port");

  expect(await exercise.grade(graderFile(id, "solution.ts"))).toBe("passed");
  expect(await outcomes(exercise)).toEqual(Array.from({ length: 5 }, () => "passed"));
  expectQuiet(watched);

  await watched.page.goto("/mes-travaux/", { waitUntil: "networkidle" });
  expect(await watched.page.locator("main").innerText()).toContain("8");
  await profile.close();
});

it("tells a half-right router which of its stages work", async () => {
  const id = "routing/router";
  const profile = await newProfile();
  const watched = await visit(profile, `/exercices/${id}/`);
  const exercise = exerciseOn(watched.page, id);
  await exercise.open("simple");

  expect(await exercise.grade()).toBe("failed");
  expect(await outcomes(exercise)).toEqual(Array.from({ length: 7 }, () => "failed"));

  expect(await exercise.grade(graderFile(id, "mistakes/expired-in-silence.ts"))).toBe("failed");
  expect(await outcomes(exercise)).toEqual([
    "passed",
    "passed",
    "passed",
    "passed",
    "failed",
    "passed",
    "failed",
  ]);
  expect(await exercise.root.locator("[data-verdict]").innerText()).toContain(
    "n’apprend pas que son paquet est mort",
  );

  expect(await exercise.grade(graderFile(id, "mistakes/ttl-zero-sent.ts"))).toBe("failed");
  expect(await exercise.root.locator("[data-mistake]").getAttribute("data-mistake")).toBe("ttl-zero-sent");

  expect(await exercise.grade(graderFile(id, "solution.ts"))).toBe("passed");
  expectQuiet(watched);
  await profile.close();
});

it("tries the function on a network of one's own, with its calls", async () => {
  const id = "icmp/traceroute";
  const profile = await newProfile();
  const watched = await visit(profile, `/exercices/${id}/`);
  const exercise = exerciseOn(watched.page, id);
  await exercise.open("simple");
  await exercise.write(graderFile(id, "solution.ts"));
  await exercise.action("show-trial").click();
  await exercise.action("run-trial").click();
  await exercise.root.locator("[data-result]").waitFor();
  expect(await exercise.root.locator("[data-result] [data-calls]").innerText()).toContain("12 appels");
  expectQuiet(watched);
  await profile.close();
});

const toR1 = "ping -c 1 192.168.100.1";
const toC = "ping -c 1 192.168.200.10";
const toB = "ping -c 1 192.168.150.10";
const way = "traceroute 192.168.150.10";
/** The addresses of the hops, in order. */
const hops = (output: string): string[] =>
  [...output.matchAll(/^ ?\d+ {2}(\S+)/gm)].map(([, address]) => String(address));
const wholeWay = ["192.168.100.1", "192.168.50.2", "192.168.150.10"];

it(
  "leads stage by stage through both capstones, and what works already moves on the network",
  { timeout: 120_000 },
  async () => {
    const profile = await newProfile({ reducedMotion: "reduce" });
    const watched = await visit(profile, "/chapitres/09-icmp-et-le-routeur/");
    const network = ownNetworkOn(watched.page);
    const open = async ({ id, texts }: typeof halfRouters) => {
      const exercise = exerciseOn(watched.page, id);
      await exercise.open("simple");
      return async (stage: number): Promise<void> => {
        const done = stage === texts.length;
        expect(await exercise.grade(texts[stage - 1]), `${id}, stage ${stage}`).toMatch(
          done ? "passed" : /failed|threw/,
        );
        expect(await outcomes(exercise)).toEqual(texts.map((_, i) => (i < stage ? "passed" : "failed")));
      };
    };

    const router = await open(halfRouters);
    await router(1);
    await network.open();
    // A router that keeps what is its own answers already.
    expect(await network.play(toR1)).toContain("1 received");
    expect(await network.play(toC)).toContain("0 received");
    await router(2);
    await router(3);
    expect(await network.play(toB)).toContain("0 received");
    await router(4);
    expect(await network.play(toC)).toContain("ttl=63");
    expect(await network.play(toB)).toContain("ttl=62");
    expect(hops(await network.play(way))).toEqual(["*", "*", "192.168.150.10"]);
    await router(5);
    expect(hops(await network.play(way))).toEqual(wholeWay);
    await router(6);
    await router(7);
    expect(hops(await network.play(way))).toEqual(wholeWay);

    const traceroute = await open(halfTraceroutes);
    await traceroute(1);
    // It finds the way and does not know when it has arrived.
    expect(hops(await network.play(way))).toEqual([
      ...wholeWay,
      ...Array.from({ length: 27 }, () => wholeWay[2]),
    ]);
    await traceroute(2);
    expect(hops(await network.play(way))).toEqual(wholeWay);
    await traceroute(3);
    await traceroute(4);
    await traceroute(5);
    expect(hops(await network.play(way))).toEqual(wholeWay);
    expectQuiet(watched);
    await profile.close();
  },
);
