import { defineConfig } from "vitest/config";

/** Unit, property and exercise tests. The browser tests have their own runner: see test/e2e. */
export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**"],
    testTimeout: 60_000,
  },
});
