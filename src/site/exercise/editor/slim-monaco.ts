import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const styleMark = "\0lazy-style:";
const workers = fileURLToPath(new URL("./language-worker.ts", import.meta.url));

/**
 * Two things about the built Monaco. Its style sheets travel with its code, which is loaded when an editor opens
 * (Astro would link 175 kB from every page that could open one). And its language support takes its worker from
 * `language-worker.ts`, since Monaco's own file for that imports every feature of the editor.
 */
export function slimMonaco(): Plugin {
  return {
    name: "slim-monaco",
    apply: "build",
    enforce: "pre",
    async resolveId(source, importer) {
      if (importer?.includes("/monaco-editor/") !== true) return null;
      if (source.endsWith("/internal/common/workers.js")) return workers;
      if (!source.endsWith(".css")) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved === null ? null : `${styleMark}${resolved.id}.js`;
    },
    load(id) {
      if (!id.startsWith(styleMark)) return null;
      const file = `${id.slice(styleMark.length, -".js".length)}?inline`;
      return `import text from ${JSON.stringify(file)};
const style = document.createElement("style");
style.textContent = text;
document.head.append(style);
`;
    },
  };
}
