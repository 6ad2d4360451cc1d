import { defineConfig } from "vitest/config";

/** Tests of pure code: nothing in them changes what another file sees, so that a thread need not start afresh for each. */
const pure = ["test/unit/{net,course,site}/**/*.test.ts"];

/** Unit, property and exercise tests. The browser tests have their own runner: see test/e2e. */
export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    testTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      {
        extends: true,
        test: { name: "others", include: ["test/**/*.test.ts"], exclude: [...pure, "test/e2e/**"] },
      },
    ],
  },
});
