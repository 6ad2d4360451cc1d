import type { ProgramOutput } from "../../../net/stack/host/program-output.ts";
import { programOf, type ReadProgram } from "../program-of.ts";
import type { Command, Machine } from "./command.ts";
import { pingText } from "./ping-text.ts";
import { tracerouteText } from "./traceroute-text.ts";

/** ping(8) of iputils: the options -c, -s, -t, -W, -M. Without -c it stops after four, since nobody presses Ctrl-C. */
export const ping: Command = (words, machine) => {
  const read = programOf(["ping", ...(words.includes("-c") ? [] : ["-c", "4"]), ...words].join(" "));
  if (!read.ok) return pingFault(read);
  const size = Number(after(words, "-s") ?? 56);
  return pingText(words.at(-1) ?? "", size, outputsOf(read, machine));
};

function pingFault({ code, word }: Extract<ReadProgram, { ok: false }>): string[] {
  if (code === "address")
    return [
      word === ""
        ? "ping: usage error: Destination address required"
        : `ping: ${word}: Name or service not known`,
    ];
  return [
    /^-\w$/.test(word) ? `ping: invalid option -- '${word.slice(1)}'` : `ping: invalid argument: '${word}'`,
  ];
}

/** traceroute(8): the options -I, -m, -q, -p; addresses are shown as with -n, which is accepted. */
export const traceroute: Command = (words, machine) => {
  const kept = words.filter((word) => word !== "-n");
  const read = programOf(["traceroute", ...kept].join(" "));
  if (!read.ok) return tracerouteFault(read, kept);
  const maxTtl = Number(after(kept, "-m") ?? 30);
  return tracerouteText(kept.at(-1) ?? "", maxTtl, outputsOf(read, machine));
};

function tracerouteFault(
  { code, word }: Extract<ReadProgram, { ok: false }>,
  words: readonly string[],
): string[] {
  if (code === "address" && word === "")
    return ["Usage:", "  traceroute [ -I ] [ -m max_ttl ] [ -q nqueries ] [ -p port ] host"];
  const position = words.indexOf(word) + 1;
  return code === "address"
    ? [
        `${word}: Name or service not known`,
        `Cannot handle "host" cmdline arg \`${word}' on position ${position} (argc ${position})`,
      ]
    : [`Bad option \`${word}' (argc ${position})`];
}

const after = (words: readonly string[], option: string): string | undefined => {
  const at = words.indexOf(option);
  return at === -1 ? undefined : words[at + 1];
};

function outputsOf({ program }: Extract<ReadProgram, { ok: true }>, machine: Machine): ProgramOutput[] {
  const number = machine.simulation.start(machine.node, program);
  return machine
    .run(number)
    .flatMap((entry) => (entry.kind === "printed" && entry.program === number ? [entry.output] : []));
}
