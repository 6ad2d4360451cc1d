import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, relative, sep } from "node:path";
import { z } from "zod";
import { compileEngine } from "../../worker/engine-node.ts";
import { address } from "./address.ts";
import { createSession, type Session } from "./session.ts";
import { createThreads, type Threads } from "./threads.ts";

const question = z.discriminatedUnion("ask", [
  z.object({ ask: z.literal("samples"), seed: z.int().min(0).max(0xffff_ffff) }),
  z.object({ ask: z.literal("answer"), text: z.string().max(1_000_000) }),
]);

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** What the development server does for authors. */
export type AuthorServer = {
  /** `GET /__auteur/ipv4/checksum` streams what is found (server-sent events); `POST` there answers a question. */
  readonly handle: Handler;
  /** A file has changed: the folder that it lies in is looked at anew. Absolute path. */
  readonly changed: (path: string) => void;
  readonly close: () => void;
};

/** `root` is the project's, `graders` the folder of exercise folders. */
export function createAuthorServer(root: string, graders: string = join(root, "graders")): AuthorServer {
  let threads: Promise<Threads> | null = null;
  const sessions = new Map<string, Session>();

  const sessionOf = async (id: string): Promise<Session> => {
    threads ??= compileEngine().then(createThreads);
    const ready = await threads;
    const session = sessions.get(id) ?? createSession({ root, directory: join(graders, id), id }, ready);
    sessions.set(id, session);
    return session;
  };

  const stream = async (id: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    const session = await sessionOf(id);
    const stop = session.listen((part) => response.write(`data: ${JSON.stringify(part)}\n\n`));
    request.on("close", stop);
  };

  const answer = async (id: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parsed = question.safeParse(JSON.parse(await textOf(request)));
    if (!parsed.success) {
      response.writeHead(400).end();
      return;
    }
    const reply = await (await sessionOf(id)).ask(parsed.data);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(reply));
  };

  return {
    handle(request, response, next) {
      const id = idOf(request.url ?? "");
      if (id === null || !existsSync(join(graders, id))) {
        next();
        return;
      }
      const respond = request.method === "POST" ? answer : stream;
      respond(id, request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    },
    changed(path) {
      const [topic, name] = relative(graders, path).split(sep);
      sessions.get(`${topic ?? ""}/${name ?? ""}`)?.restart();
    },
    close() {
      for (const session of sessions.values()) session.end();
      sessions.clear();
      void threads?.then((started) => started.close());
    },
  };
}

const idOf = (url: string): string | null =>
  url.startsWith(address)
    ? (/^[a-z\d-]+\/[a-z\d-]+$/.exec(url.slice(address.length).replace(/\?.*$/, ""))?.[0] ?? null)
    : null;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
