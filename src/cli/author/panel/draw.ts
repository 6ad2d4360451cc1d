import type { Part } from "../part.ts";
import * as fr from "../sentences.fr.ts";

/** All that the panel shows. */
export type State = {
  readonly parts: readonly Part[];
  readonly samples: Extract<Part, { part: "samples" }> | null;
  readonly answer: string | null;
  /** The server has gone. */
  readonly lost: boolean;
};

export type Actions = {
  readonly samples: () => Promise<void>;
  readonly answer: (text: string) => Promise<void>;
};

type Child = Node | string;

/** Draws the panel anew; what was open stays open, what was typed stays typed. */
export function draw(place: HTMLElement, id: string, state: State, actions: Actions): void {
  const open = new Set(
    [...place.querySelectorAll("details[open]")].map((one) => one.getAttribute("data-key")),
  );
  const written = place.querySelector("textarea")?.value ?? "";
  const typed = written === "" ? exampleInput(state) : written;
  place.replaceChildren(
    element("h2", {}, fr.title(id)),
    element("p", { class: "author-state", role: "status" }, stateOf(state)),
    ...problemList(state),
    verdictLine(state, "starter"),
    verdictLine(state, "solution"),
    ...mistakeLines(state),
    ...mutantLines(state),
    ...slowestLine(state),
    ...sampleLines(state, actions),
    referenceForm(typed, state, actions),
  );
  for (const one of place.querySelectorAll("details")) {
    one.open = open.has(one.getAttribute("data-key"));
  }
}

const every = <P extends Part["part"]>(state: State, part: P): Extract<Part, { part: P }>[] =>
  state.parts.filter((one): one is Extract<Part, { part: P }> => one.part === part);

function problemsOf(state: State): string[] {
  return (["rules", "types", "mutants"] as const).flatMap((part) =>
    every(state, part).flatMap(({ problems }) => problems),
  );
}

function stateOf(state: State): string {
  if (state.lost) return fr.lost;
  return every(state, "done").length === 0 ? fr.waiting : fr.problems(problemsOf(state).length);
}

function problemList(state: State): HTMLElement[] {
  const problems = problemsOf(state);
  if (problems.length === 0) return [];
  return [element("ul", { class: "author-problems" }, ...problems.map((text) => element("li", {}, text)))];
}

function verdictLine(state: State, part: "starter" | "solution"): HTMLElement {
  const [found] = every(state, part);
  if (found === undefined) return element("p", { class: "author-wait" }, fr.waiting);
  const sound = found.passed === (part === "solution");
  return folded(part, sign(sound), fr[part](found.passed), element("pre", {}, found.text));
}

function mistakeLines(state: State): HTMLElement[] {
  const found = every(state, "mistake");
  const caught = found.filter((one) => one.caught).length;
  if (found.length === 0) return [];
  const lines = found.map(({ file, caught, by, text }) => {
    const why = by === null ? fr.notCaught : caught ? fr.caughtBy(by) : fr.notRecognised(by);
    return folded(file, sign(caught), `${file}\u00a0: ${why}`, element("pre", {}, text));
  });
  return [folded("mistakes", sign(caught === found.length), fr.mistakes(caught, found.length), ...lines)];
}

function mutantLines(state: State): HTMLElement[] {
  const [found] = every(state, "mutants");
  if (found === undefined) return [element("p", { class: "author-wait" }, fr.mutantsWaiting)];
  const { problems, refused, mutants, equivalent } = found;
  const text = fr.mutants(refused, mutants, equivalent);
  return [element("p", { class: "author-line" }, sign(problems.length === 0), ` ${text}`)];
}

const slowestLine = (state: State): HTMLElement[] =>
  every(state, "slowest").map(({ name, steps, lump }) =>
    element("p", { class: "author-line" }, fr.slowest(name, steps, lump)),
  );

function sampleLines({ samples }: State, actions: Actions): HTMLElement[] {
  if (samples === null) return [];
  const button = element("button", { type: "button" }, fr.otherSeed);
  button.addEventListener("click", () => void actions.samples());
  const lists = samples.generators.map(({ name, values }) =>
    element("div", {}, element("h3", {}, name), element("pre", {}, values.join("\n"))),
  );
  return [folded("samples", "", fr.samples(samples.seed), button, ...lists)];
}

/** To begin with, what the first generator gave first. */
const exampleInput = ({ samples }: State): string => samples?.generators[0]?.values[0] ?? "";

function referenceForm(typed: string, { answer }: State, actions: Actions): HTMLElement {
  const area = element("textarea", { rows: "2", spellcheck: "false" });
  area.value = typed;
  const button = element("button", { type: "button" }, fr.calculate);
  button.addEventListener("click", () => void actions.answer(area.value));
  const label = element("label", {}, fr.referenceInput, area);
  const output = answer === null ? [] : [element("pre", { role: "status" }, answer)];
  return folded("reference", "", fr.reference, label, button, ...output);
}

const sign = (sound: boolean): HTMLElement =>
  element("span", { class: sound ? "author-right" : "author-wrong" }, sound ? "✓" : "✗");

const folded = (key: string, mark: Child, title: string, ...children: Child[]): HTMLElement =>
  element("details", { "data-key": key }, element("summary", {}, mark, ` ${title}`), ...children);

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
