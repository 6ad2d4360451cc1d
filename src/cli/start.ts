import { parseArgs } from "node:util";
import { build, preview } from "astro";
import { prepareEngineFiles } from "../worker/engine-files.ts";
import { builtSiteIsFresh, noteBuild, root } from "./start/fresh.ts";
import { portIsFree } from "./start/port.ts";

/**
 * `npm start`: builds the site unless the built one is newer than everything it is made of, then serves it.
 * `--build-only` stops after the build, `--port` takes another port than 4321.
 */
process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
// What is served is always the production build, policy included, whoever starts this (a test runner sets "test").
process.env["NODE_ENV"] = "production";

const { values } = parseArgs({
  options: { "build-only": { type: "boolean", default: false }, port: { type: "string", default: "4321" } },
});
const port = Number(values.port);

if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  console.error(`Le port « ${values.port} » n'existe pas : donnez un nombre entre 1 et 65 535.`);
  process.exit(2);
}
if (!values["build-only"] && !(await portIsFree(port))) {
  console.error(
    `Le port ${port} est déjà pris, peut-être par un autre « npm start ». ` +
      `Arrêtez ce programme, ou choisissez un autre port : npm start -- --port ${port + 1}`,
  );
  process.exit(1);
}

prepareEngineFiles();
if (!(await builtSiteIsFresh())) {
  console.log("Le cahier se construit…");
  const started = Date.now();
  try {
    await build({ root, logLevel: "error" });
    await noteBuild(started);
  } catch (error) {
    console.error("Le cahier n'a pas pu être construit :");
    console.error(withoutStack(error));
    process.exit(1);
  }
}
if (!values["build-only"]) {
  await preview({ root, logLevel: "error", server: { port, host: "localhost" } });
  console.log(`Le cahier est ouvert sur http://localhost:${port} (Ctrl+C pour l'arrêter).`);
}

/** A build error names file, line and column; the bundler's own stack helps nobody. */
function withoutStack(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).split("\n");
  return lines.filter((line) => !/^\s+at /.test(line)).join("\n");
}
