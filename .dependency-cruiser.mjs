/** The import rules of the house (architecture.md): who may import whom; anything else is an error. */
const rule = (name, from, to) => ({ name, severity: "error", from: { path: from }, to: { pathNot: to } });
/** A folder that may import itself and `to`, nothing else. */
const only = (name, from, to) => rule(name, from, [from, ...to]);
const libraries = ["^node_modules/"];
const exercise = "^src/course/exercise/";
/** The learner's hosts and tables in the terms of `src/net`, and the course's own network. */
const network = "^src/course/network/";
/** Reads what authors write. */
const authoring = "^src/course/authoring/";

export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^astro:|\\?(raw|url|worker)" },
    },
    only("net-bytes", "^src/net/bytes/", []),
    only("net-wire", "^src/net/wire/", ["^src/net/bytes/"]),
    only("net-stack", "^src/net/stack/", ["^src/net/(bytes|wire)/"]),
    only("net-simulator", "^src/net/simulator/", ["^src/net/(bytes|wire|stack)/"]),
    only("net-capture", "^src/net/capture/", ["^src/net/bytes/"]),
    only("net-kubernetes", "^src/net/kubernetes/", ["^src/net/(bytes|wire|stack)/"]),
    only("exercise", exercise, [...libraries, "^src/net/bytes/"]),
    only("authoring", authoring, libraries),
    only("network", network, [...libraries, "^src/net/"]),
    only("generators", "^src/course/generators/", [...libraries, exercise, network, "^src/net/"]),
    only("sandbox", "^src/course/sandbox/", [...libraries, exercise, "^src/net/bytes/"]),
    only("grading", "^src/course/grading/", [
      ...libraries,
      exercise,
      "^src/course/sandbox/",
      "^src/net/bytes/",
    ]),
    only("feedback", "^src/course/feedback/", [
      ...libraries,
      authoring,
      exercise,
      "^src/course/grading/",
      "^src/net/",
    ]),
    only("activities", "^src/course/activities/", [
      ...libraries,
      authoring,
      exercise,
      "^src/course/network/",
      "^src/net/",
    ]),
    only("progress", "^src/course/progress/", [...libraries, exercise, "^src/course/(grading|feedback)/"]),
    // One exercise never imports another: `$1` is the folder that imports.
    rule("graders", "^graders/([^/]+/[^/]+)/", [
      "^graders/$1/",
      "^node_modules/(fast-check|zod)/",
      exercise,
      network,
      "^src/course/generators/",
      "^src/net/",
    ]),
    only("classroom", "^src/course/classroom/", [
      ...libraries,
      authoring,
      exercise,
      network,
      "^src/course/(grading|feedback|progress|activities)/",
    ]),
    only("playing", "^src/course/playing/", [
      ...libraries,
      exercise,
      network,
      "^src/course/grading/",
      "^src/net/",
    ]),
    only("worker", "^src/worker/", [
      ...libraries,
      "^src/course/",
      "^graders/",
      "^\\.cache/",
      "\\?url$",
      "^(node:)?(worker_threads|fs|path|url|module)",
    ]),
    {
      name: "graders-only-through-the-loaders",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(worker/load|cli/check|site)" },
      to: { path: "^graders/" },
    },
    { name: "faces-apart", severity: "error", from: { path: "^src/cli/" }, to: { path: "^src/site/" } },
    { name: "faces-apart-2", severity: "error", from: { path: "^src/site/" }, to: { path: "^src/cli/" } },
    {
      name: "nothing-imports-a-face",
      severity: "error",
      from: { path: "^src/(net|course|worker)/" },
      to: { path: "^src/(cli|site)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
