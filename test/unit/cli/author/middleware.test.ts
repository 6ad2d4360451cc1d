import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAuthorServer } from "../../../../src/cli/author/middleware.ts";
import type { Part, Question } from "../../../../src/cli/author/part.ts";
import { copiedFolder } from "../check/copied-folder.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const directory = copiedFolder("author", {
  "mistakes/harmless.ts":
    "export function readPair(bytes: Bytes) {\n  return bytes.length < 2 ? null : bytes[0] * 256 + bytes[1];\n}\n",
});
const author = createAuthorServer(root, dirname(dirname(directory)));
const server = createServer((request, response) =>
  author.handle(request, response, () => response.writeHead(404).end()),
);
let url = "";

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/__auteur/`;
});

afterAll(() => {
  author.close();
  server.closeAllConnections();
  server.close();
});

/** The parts that the server streams, one by one. */
async function* partsOf(id: string): AsyncGenerator<Part> {
  const { body } = await fetch(url + id);
  let text = "";
  for await (const chunk of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) yield JSON.parse(event.slice("data: ".length)) as Part;
  }
}

async function whole(parts: AsyncGenerator<Part>): Promise<Part[]> {
  const all: Part[] = [];
  for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
    all.push(next.value);
    if (next.value.part === "done") break;
  }
  return all;
}

const ask = async (question: Question): Promise<unknown> =>
  (await fetch(`${url}author/read-pair`, { method: "POST", body: JSON.stringify(question) })).json();

test("streams what it finds, quick parts first; a saved file is looked at anew; questions are answered", async () => {
  const parts = partsOf("author/read-pair");
  const first = await whole(parts);
  expect([...new Set(first.map(({ part }) => part))]).toEqual([
    "start",
    "starter",
    "solution",
    "mistake",
    "slowest",
    "samples",
    "rules",
    "types",
    "mutants",
    "done",
  ]);
  expect(first).toContainEqual(expect.objectContaining({ part: "starter", passed: false }));
  expect(first).toContainEqual(expect.objectContaining({ part: "solution", passed: true }));
  const little = { part: "mistake", file: "mistakes/little-endian.ts", caught: true };
  expect(first).toContainEqual(expect.objectContaining({ ...little, by: "ether-type-ipv4" }));
  expect(first).toContainEqual(
    expect.objectContaining({ part: "mistake", file: "mistakes/harmless.ts", caught: false, by: null }),
  );
  const rules = first.flatMap((part) => (part.part === "rules" ? part.problems : [])).join("\n");
  expect(rules).toContain("harmless");

  const file = join(directory, "solution.ts");
  writeFileSync(file, "export function readPair(bytes: Bytes): number | null {\n  return 1;\n}\n");
  author.changed(file);
  const second = await whole(parts);
  expect(second[0]).toEqual({ part: "start" });
  expect(second).toContainEqual(expect.objectContaining({ part: "solution", passed: false }));

  expect(await ask({ ask: "answer", text: '[{"$bytes":"0800"}]' })).toEqual({ part: "answer", text: "2048" });
  expect(await ask({ ask: "answer", text: "[1]" })).toMatchObject({
    text: expect.stringContaining("accepts") as string,
  });
  expect(await ask({ ask: "samples", seed: 5 })).toMatchObject({ part: "samples", seed: 5 });
});

test("what is no exercise is left to the site", async () => {
  expect((await fetch(`${url}author/unknown`)).status).toBe(404);
  expect((await fetch(`${url}../etc/passwd`)).status).toBe(404);
});
