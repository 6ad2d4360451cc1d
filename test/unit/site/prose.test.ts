import { describe, expect, it } from "vitest";
import { stretches } from "../../../src/site/prose.ts";

const note = (text: string): string => `<aside class="note note-aside"><p>${text}</p></aside>`;
const packet = '<figure class="packet"><div>0x45</div></figure>';
const exercise = `<prip-exercise data-id="a/b"><p>Tâche</p>${note("dedans")}</prip-exercise>`;

describe("stretches", () => {
  it("puts notes behind the text they follow", () => {
    expect(stretches(`<p>Un</p>${note("n1")}\n${note("n2")}<p>Deux</p>`)).toEqual([
      { html: "<p>Un</p>", wide: false, notes: [note("n1"), note("n2")] },
      { html: "<p>Deux</p>", wide: false, notes: [] },
    ]);
  });

  it("gives exercises and packets a stretch of their own, with the notes that follow", () => {
    expect(stretches(`<p>Un</p>${packet}${note("n")}<p>Deux</p>${exercise}`)).toEqual([
      { html: "<p>Un</p>", wide: false, notes: [] },
      { html: packet, wide: true, notes: [note("n")] },
      { html: "<p>Deux</p>", wide: false, notes: [] },
      { html: exercise, wide: true, notes: [] },
    ]);
  });

  it("leaves the notes of a statement where they are, and other figures in the text", () => {
    expect(stretches(exercise)).toEqual([{ html: exercise, wide: true, notes: [] }]);
    const figure = '<figure class="figure"><table></table></figure>';
    expect(stretches(`<p>Un</p>${figure}`)).toEqual([{ html: `<p>Un</p>${figure}`, wide: false, notes: [] }]);
  });

  it("keeps a note that comes before any text", () => {
    expect(stretches(note("n"))).toEqual([{ html: "", wide: false, notes: [note("n")] }]);
  });
});
