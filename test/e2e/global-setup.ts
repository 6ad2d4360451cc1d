import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    siteUrl: string;
  }
}

/** Serves the built site as a new user would: with the start command, which builds it when it is stale. */
export default async function setup(project: TestProject): Promise<() => void> {
  const port = await freePort();
  const start = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));
  const server = spawn(process.execPath, [start, "--port", String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    server.stdout.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes(String(port))) resolve();
    });
    server.on("exit", (code) => reject(new Error(`npm start ended with ${String(code)}`)));
  });
  project.provide("siteUrl", `http://localhost:${port}`);
  return () => {
    server.removeAllListeners("exit");
    server.kill();
  };
}

/** A port that nobody listens on, so that two runs on one machine do not meet. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
