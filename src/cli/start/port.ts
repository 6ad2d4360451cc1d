import { createServer } from "node:net";

/** Whether a server can listen on that port of this machine, on any of the addresses that `localhost` stands for. */
export async function portIsFree(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", "::1"]) {
    if ((await tryToListen(port, host)) === "EADDRINUSE") return false;
  }
  return true;
}

/** The error's code, or null. A machine without IPv6 answers EADDRNOTAVAIL for `::1`, which takes nothing away. */
function tryToListen(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen({ port, host }, () => server.close(() => resolve(null)));
  });
}
