import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { ViteDevServer } from "vite";
import { createAuthorServer } from "./middleware.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The author's panel under every exercise page of `npm run dev`. A build has nothing of it. */
export const authorPanel = (): AstroIntegration => ({
  name: "author-panel",
  hooks: {
    "astro:config:setup"({ command, injectScript }) {
      if (command === "dev") injectScript("page", 'import "/src/cli/author/panel/panel.ts";');
    },
    "astro:server:setup"({
      server,
    }: {
      server: Pick<ViteDevServer, "middlewares" | "watcher" | "httpServer">;
    }) {
      const author = createAuthorServer(root);
      server.middlewares.use(author.handle);
      server.watcher.on("all", (_, path) => author.changed(path));
      server.httpServer?.on("close", author.close);
    },
  },
});
