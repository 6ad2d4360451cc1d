import { defineExercise } from "#course/exercise/exercise.ts";
import { ending, firstPort, isCase, pathsOf, router, sampleOf, type Case } from "./exercise-cases.ts";
import { pathSchema, probeOn, type Answer } from "./exercise-path.ts";

type Result = { hops: Hop[]; reached: boolean };

const edge = (name: string, ...args: Parameters<typeof sampleOf>): { name: string; args: Case } => ({
  name,
  args: sampleOf(...args),
});

const r = router;
/** The way from A to B on the course's network. */
const courseHops: Answer[][] = [
  [{ from: "192.168.100.1", type: 11, code: 0 }],
  [{ from: "192.168.50.2", type: 11, code: 0 }],
  [{ from: "192.168.150.10", type: 3, code: 3 }],
];

/** Three times in the order of printing: that of ports 33434, 33435, 33436, of which 33435 is a multiple of 3. */
const printed = (from: string, end: boolean, ...[first, second, third]: [number, number, number]): Answer[] =>
  [second, third, first].map((rttMs) => ({ from, type: end ? 3 : 11, code: end ? 3 : 0, rttMs }));

const hop = (ttl: number, from: string, ...times: number[]): Hop => ({
  ttl,
  replies: times.map((rttMs) => ({ from, rttMs })),
});

export default defineExercise<Case, Result>({
  number: "09.4",
  entry: "traceroute",
  level: 4,
  points: 8,
  prerequisites: ["09.2"],
  parameters: [
    { name: "probe", shape: { kind: "value" }, callable: (data) => probeOn(pathSchema.parse(data)) },
    { name: "opts", shape: { kind: "value" } },
  ],
  result: { kind: "value" },
  golden: [
    {
      name: "linux-three-routers",
      args: sampleOf(
        [
          printed("10.1.10.2", false, 0.455, 0.397, 0.384),
          printed("10.1.11.2", false, 0.367, 0.33, 0.313),
          printed("10.1.12.2", false, 0.296, 0.265, 0.245),
          printed("10.1.13.2", true, 0.224, 0.193, 0.167),
        ],
        { maxTtl: 30 },
      ),
      expected: {
        hops: [
          hop(1, "10.1.10.2", 0.455, 0.397, 0.384),
          hop(2, "10.1.11.2", 0.367, 0.33, 0.313),
          hop(3, "10.1.12.2", 0.296, 0.265, 0.245),
          hop(4, "10.1.13.2", 0.224, 0.193, 0.167),
        ],
        reached: true,
      },
      source: "Linux 6.18, traceroute -n -q 3",
    },
  ],
  edges: [
    edge("one-router", [[r(1)]], { probes: 1 }),
    edge("three-probes", [[r(1)], [r(2)]]),
    edge("cut-by-max-ttl", [[r(1)], [r(2)], [ending(3, 3)]], { maxTtl: 2 }),
    edge("other-base-port", [[r(1)], [r(2)]], { basePort: 40_000, probes: 2 }),
    edge("course", courseHops, { maxTtl: 30 }),
    edge("next-door", [[ending(1, 3)]], { maxTtl: 30 }),
    edge("at-max-ttl", [[r(1)], [ending(2, 3)]], { maxTtl: 2, probes: 1 }),
    edge("silent-router", [[r(1)], [null], [r(3)], [ending(4, 3)]], { maxTtl: 30 }),
    edge("silent-from-the-start", [[null], [null], [ending(3, 3)]], { maxTtl: 30, probes: 2 }),
    edge("one-probe-lost", [[r(1)], [r(2), r(2), null], [ending(3, 3)]], { maxTtl: 30 }),
    edge("two-probes-lost", [[r(1)], [null, null, r(2)], [ending(3, 3)]], { maxTtl: 30 }),
    edge("arrival-with-losses", [[r(1)], [null, ending(2, 3), null]], { maxTtl: 30 }),
    edge("filtered", [[r(1)], [r(2)], [null]], { maxTtl: 6 }),
    edge("late", [[r(1)], [r(2)], [ending(3, 3)]], { maxTtl: 30 }, { late: [firstPort] }),
    edge("late-across-ttl", [[r(1)], [r(2)], [ending(3, 3)]], { maxTtl: 30 }, { late: [firstPort + 2] }),
    edge(
      "late-twice",
      [[r(1)], [r(2)], [ending(3, 3)]],
      { maxTtl: 30 },
      { late: [firstPort, firstPort + 1] },
    ),
    edge("late-arrival", [[r(1)], [ending(2, 3)]], { maxTtl: 4, probes: 1 }, { late: [firstPort + 1] }),
    edge("host-unreachable", [[r(1)], [r(2)], [ending(3, 1)]], { maxTtl: 30 }),
    edge("prohibited", [[r(1)], [ending(2, 13)]], { maxTtl: 30, probes: 2 }),
    edge("protocol-unreachable", [[ending(1, 2)]], { maxTtl: 30, probes: 2 }),
    edge("port-and-host", [[r(1)], [ending(2, 1), ending(2, 3)]], { maxTtl: 30 }),
    edge("host-and-port", [[r(1)], [ending(2, 3), ending(2, 1)]], { maxTtl: 30 }),
    edge("unreachable-then-silence", [[r(1)], [ending(2, 0), null, null]], { maxTtl: 30 }),
    edge("two-ways", [[r(1)], [r(2), r(2, 2)], [ending(3, 3)]], { maxTtl: 30 }),
    edge("loop", [[r(1)], [r(2)], [r(3)]], { maxTtl: 30, probes: 1 }, { repeat: 2 }),
  ],
  generators: {
    routers: pathsOf({ ends: ["none"] }),
    arrivals: pathsOf({ ends: ["destination"] }),
    silences: pathsOf({ ends: ["destination", "destination", "filter"], silence: true }),
    "late-answers": pathsOf({ ends: ["destination"], late: true }),
    refusals: pathsOf({ ends: ["refusal", "mixed", "loop"], silence: true, balanced: true }),
  },
  stages: [
    {
      name: "way",
      points: 2,
      cases: ["one-router", "three-probes", "cut-by-max-ttl", "other-base-port", "routers"],
    },
    {
      name: "arrival",
      points: 2,
      cases: ["linux-three-routers", "course", "next-door", "at-max-ttl", "arrivals"],
    },
    {
      name: "silence",
      points: 2,
      cases: [
        ...["silent-router", "silent-from-the-start", "one-probe-lost", "two-probes-lost"],
        ...["arrival-with-losses", "filtered", "silences"],
      ],
    },
    {
      name: "late",
      points: 1,
      cases: ["late", "late-across-ttl", "late-twice", "late-arrival", "late-answers"],
    },
    {
      name: "refusal",
      points: 1,
      cases: [
        ...["host-unreachable", "prohibited", "protocol-unreachable", "port-and-host", "host-and-port"],
        ...["unreachable-then-silence", "two-ways", "loop", "refusals"],
      ],
    },
  ],
  reference(path, { maxTtl, probes, basePort }) {
    const probe = probeOn(path);
    const hops: Hop[] = [];
    for (let ttl = 1, port = basePort; ttl <= maxTtl; ttl++) {
      const replies = Array.from({ length: probes }, () => {
        const reply = probe(ttl, port);
        const own = reply?.quotedDstPort === port ? reply : null;
        port += 1;
        return own;
      });
      const codes = replies.flatMap((reply) => (reply?.type === 3 ? [reply.code] : []));
      hops.push({ ttl, replies: replies.map((reply) => reply && { from: reply.from, rttMs: reply.rttMs }) });
      if (codes.length > 0) return { hops, reached: codes.includes(3) };
    }
    return { hops, reached: false };
  },
  accepts: isCase,
  // A run sends up to 90 probes, each of which counts as a hundred steps.
  budget: { stepsPerCase: 500_000, stepsInAll: 40_000_000 },
});
