import mdx from "@astrojs/mdx";
import preact from "@astrojs/preact";
import { defineConfig } from "astro/config";
import { authorPanel } from "./src/cli/author/integration.ts";
import { slimMonaco } from "./src/site/exercise/editor/slim-monaco.ts";

/**
 * A static French site. Nothing is inlined (no script, no style, no asset), so that the content security policy of
 * the built pages needs no exception for them; Shiki is off because it colours with style attributes.
 */
export default defineConfig({
  srcDir: "./src/site",
  publicDir: "./src/site/public",
  cacheDir: "./.cache/astro",
  output: "static",
  base: process.env.SITE_BASE ?? "/",
  trailingSlash: "always",
  prefetch: false,
  devToolbar: { enabled: false },
  server: { port: 4321 },
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: "never", assets: "fichiers" },
  integrations: [mdx(), preact(), authorPanel()],
  vite: {
    plugins: [slimMonaco()],
    // Asked for by the grading worker only: named here, or `astro dev` finds them late and reloads the page.
    optimizeDeps: {
      include: [
        "fast-check",
        "pure-rand/generator/xoroshiro128plus",
        "quickjs-emscripten-core",
        "@jitl/quickjs-wasmfile-release-sync",
      ],
    },
    build: { assetsInlineLimit: 0, cssTarget: ["chrome123", "firefox120", "safari17.5"] },
    // The mistakes of one exercise travel as one file: they are asked for together.
    worker: {
      format: "es",
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: mistakesOf }] } } },
    },
  },
});

/** « ipv4-checksum-mistakes » for every file in that folder, null for the rest. */
function mistakesOf(id) {
  const [, topic, exercise] = /\/graders\/([^/]+)\/([^/]+)\/mistakes\//.exec(id) ?? [];
  return topic === undefined ? null : `${topic}-${exercise}-mistakes`;
}
