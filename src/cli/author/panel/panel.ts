import { address } from "../address.ts";
import type { Part, Question, Reply } from "../part.ts";
import * as fr from "../sentences.fr.ts";
import { draw, type State } from "./draw.ts";
import "./panel.css";

/** Under the exercise of an exercise page: what `npm run check` finds in its folder, anew at every save. */
const exercise = document.querySelector<HTMLElement>("main > prip-exercise");
const id = exercise?.dataset["id"];
if (exercise !== null && id !== undefined) exercise.after(panelFor(id));

function panelFor(id: string): HTMLElement {
  const place = document.createElement("section");
  place.className = "author-panel";
  place.setAttribute("aria-label", fr.title(id));
  let state: State = { parts: [], samples: null, answer: null, lost: false };
  const set = (change: Partial<State>): void => {
    state = { ...state, ...change };
    draw(place, id, state, { samples, answer });
  };
  const samples = async (): Promise<void> => {
    // A seed for looking only: nothing that is graded hangs on it.
    const seed = Math.floor(Math.random() * 0x1_0000);
    const reply = await ask(id, { ask: "samples", seed });
    if (reply.part === "samples") set({ samples: reply });
  };
  const answer = async (text: string): Promise<void> => {
    const reply = await ask(id, { ask: "answer", text });
    if (reply.part === "answer") set({ answer: reply.text });
  };

  const events = new EventSource(address + id);
  events.onmessage = ({ data }: MessageEvent<string>) => {
    const part = JSON.parse(data) as Part;
    if (part.part === "samples") set({ samples: part });
    set({ parts: part.part === "start" ? [] : [...state.parts, part], lost: false });
  };
  events.onerror = () => set({ lost: true });
  set({});
  return place;
}

async function ask(id: string, question: Question): Promise<Reply> {
  const response = await fetch(address + id, { method: "POST", body: JSON.stringify(question) });
  return (await response.json()) as Reply;
}
