import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    siteUrl: string;
  }
}

const port = 4391;

/** Serves the built site as a new user would: with the start command, which builds it when it is stale. */
export default async function setup(project: TestProject): Promise<() => void> {
  const start = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));
  const server = spawn(process.execPath, [start, "--port", String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    server.stdout.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes(String(port))) resolve();
    });
    server.on("exit", (code) => reject(new Error(`npm start ended with ${code}`)));
  });
  project.provide("siteUrl", `http://localhost:${port}`);
  return () => {
    server.removeAllListeners("exit");
    server.kill();
  };
}
