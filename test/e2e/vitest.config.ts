import { defineConfig } from "vitest/config";

/** The browser tests: one server of the built site; two files at a time, each with its own Chromium. */
export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: {
    include: ["test/e2e/**/*.test.ts"],
    globalSetup: ["test/e2e/global-setup.ts"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A busy machine takes its time; what is waited for comes, or the test fails.
    expect: { poll: { timeout: 20_000 } },
  },
});
