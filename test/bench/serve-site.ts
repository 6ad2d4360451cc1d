import { spawn } from "node:child_process";

const port = 4393;
const start = new URL("../../src/cli/start.ts", import.meta.url).pathname;

/** The built site, served by the start command (which builds it when it is stale). */
export async function serveSite(): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = spawn(process.execPath, [start, "--port", String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const kill = (): void => void server.kill();
  process.once("exit", kill); // whatever happens here, the server goes too
  await new Promise<void>((resolve, reject) => {
    server.stdout.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes(String(port))) resolve();
    });
    server.on("exit", (code) => reject(new Error(`npm start ended with ${code}`)));
  });
  return {
    url: `http://localhost:${port}`,
    close: () => {
      server.removeAllListeners("exit");
      kill();
    },
  };
}
