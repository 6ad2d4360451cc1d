import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { summarise } from "../../../../src/course/network/dissection/summary.ts";
import { figureSchema, type NetworkFigure } from "../../../../src/course/network/figure.ts";
import { packetRows, capturedFrames } from "../../../../src/course/network/replay/packet-list.ts";
import { stepsOf } from "../../../../src/course/network/replay/steps.ts";
import { runFigure } from "../../../../src/course/network/run-figure.ts";
import { readPcap, writePcap } from "../../../../src/net/capture/pcap.ts";

const folder = fileURLToPath(new URL("../../../../content/fr/networks/", import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
const read = (name: string): NetworkFigure =>
  figureSchema.parse(parse(readFileSync(`${folder}${name}`, "utf8")));

function journalOf(figure: NetworkFigure) {
  const run = runFigure(figure, 1);
  if (!run.ok) throw new Error(JSON.stringify(run.faults));
  return run.journal;
}

describe.each(names)("%s", (name) => {
  test("is a sound network whose scenario moves something and comes to rest", () => {
    const journal = journalOf(read(name));
    expect(journal.filter(({ kind }) => kind === "sent").length).toBeGreaterThan(0);
    expect(journal.filter(({ kind }) => kind === "started").length).toBe(
      journal.filter(({ kind }) => kind === "ended").length,
    );
  });

  test("has no two nodes at one place", () => {
    const places = read(name).nodes.map(({ at }) => at.join(" "));
    expect(new Set(places).size).toBe(places.length);
  });
});

describe("the course's network, A pings B", () => {
  const figure = read("document.yaml");
  const steps = stepsOf(journalOf(figure));
  const rows = packetRows(steps, null, new Set());

  test("shows every frame that was sent, once, in order", () => {
    const sent = journalOf(figure).filter(({ kind }) => kind === "sent");
    expect(rows.map(({ flight }) => flight.n)).toEqual(sent.map(({ n }) => n));
    expect(rows.map(({ number }) => number)).toEqual(sent.map((_, i) => i + 1));
  });

  test("tells what a router changes: the packet as it came in, also when a neighbour had to be asked for first", () => {
    const hops = rows.filter(
      ({ info, flight }) => info.includes("request") && /^R\d$/.test(flight.from.node),
    );
    expect(hops.map(({ flight }) => flight.from.node)).toEqual(["R1", "R2"]);
    expect(hops.map(({ flight }) => (flight.before === null ? null : summarise(flight.before).info))).toEqual(
      [expect.stringMatching(/request .*ttl=64/), expect.stringMatching(/request .*ttl=63/)],
    );
    const asked = rows.filter(({ info, flight }) => info.includes("request") && flight.from.node === "A");
    expect(asked.map(({ flight }) => flight.before)).toEqual([null]);
  });

  test("on one link, gives a capture file of that link's frames", () => {
    const onLink = packetRows(steps, "R1-R2", new Set());
    const file = writePcap({
      linkType: 1,
      snapLength: 262_144,
      frames: capturedFrames(onLink, 1_798_761_600),
    });
    const capture = file.ok ? readPcap(file.value) : file;
    expect(capture.ok && capture.value.frames.map(({ data }) => summarise(data).protocol)).toEqual([
      "ARP",
      "ARP",
      "ICMP",
      "ICMP",
    ]);
  });
});
