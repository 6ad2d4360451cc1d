import { performance } from "node:perf_hooks";
import { createGradingClient, type GradingClient } from "#worker/client.ts";
import { spawnNodeWorker } from "#worker/client-node.ts";
import type { Effort, Section } from "./figure.ts";
import { spreadOf, writeSpread } from "./statistics.ts";
import type { Subject } from "./subject.ts";

/** Submissions a second through grading threads, as a classroom's hand-ins are graded: on one core and on two. */
export async function throughputFigures(subject: Subject, { quick }: Effort): Promise<Section> {
  const clients = [createGradingClient(spawnNodeWorker), createGradingClient(spawnNodeWorker)];
  const submissions = quick ? 20 : 200;
  const perSecond = async (used: readonly GradingClient[]): Promise<number> => {
    const start = performance.now();
    await Promise.all(used.map((client) => gradeMany(client, subject, submissions / used.length)));
    return (submissions * 1000) / (performance.now() - start);
  };
  await perSecond(clients); // loads the engines
  const rounds: { one: number; two: number }[] = [];
  for (let i = 0; i < (quick ? 3 : 9); i++) {
    rounds.push({ one: await perSecond(clients.slice(0, 1)), two: await perSecond(clients) });
  }
  for (const client of clients) client.close();
  return {
    title: "Submissions a second",
    note: `Right solutions through grading threads, ${submissions} a sample, ${rounds.length} samples.`,
    figures: [
      { name: "one thread", reached: writeSpread(spreadOf(rounds.map(({ one }) => one)), " /s") },
      { name: "two threads", reached: writeSpread(spreadOf(rounds.map(({ two }) => two)), " /s") },
      {
        name: "two threads / one",
        reached: writeSpread(spreadOf(rounds.map(({ one, two }) => two / one)), " ×"),
      },
    ],
  };
}

async function gradeMany(client: GradingClient, subject: Subject, count: number): Promise<void> {
  const { exercise, solution, seed, runs } = subject;
  for (let i = 0; i < count; i++) {
    const verdict = await client.grade({
      exercise: exercise.id,
      source: solution,
      seed,
      runs,
      extraCases: [],
    });
    if (verdict.kind !== "passed") throw new Error(verdict.kind);
  }
}
