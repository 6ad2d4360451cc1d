import type { Plugin } from "vite";

const mark = "\0lazy-style:";

/**
 * Monaco's style sheets travel with its code, which is loaded when an editor opens. Without this, Astro links them
 * (175 kB) from every page that could open one.
 */
export function lazyMonacoStyles(): Plugin {
  return {
    name: "lazy-monaco-styles",
    apply: "build",
    enforce: "pre",
    async resolveId(source, importer) {
      if (!source.endsWith(".css") || importer?.includes("/monaco-editor/") !== true) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved === null ? null : `${mark}${resolved.id}.js`;
    },
    load(id) {
      if (!id.startsWith(mark)) return null;
      const file = `${id.slice(mark.length, -".js".length)}?inline`;
      return `import text from ${JSON.stringify(file)};
const style = document.createElement("style");
style.textContent = text;
document.head.append(style);
`;
    },
  };
}
