import type { ProgramOutput } from "../../../net/stack/host/program-output.ts";

type Probe = Extract<ProgramOutput, { kind: "probe" }>;

/** The lines of traceroute(8) with `-n`, from what the program said. */
export function tracerouteText(
  destination: string,
  maxTtl: number,
  outputs: readonly ProgramOutput[],
): string[] {
  const probes = outputs.filter((one) => one.kind === "probe");
  const bytes = destination.includes(":") ? 80 : 60;
  const lines = [`traceroute to ${destination} (${destination}), ${maxTtl} hops max, ${bytes} byte packets`];
  const [failed] = outputs.filter((one) => one.kind === "send-error");
  if (failed?.failure.reason === "no-route") return ["connect: Network is unreachable"];
  for (const ttl of new Set(probes.map((probe) => probe.ttl))) {
    lines.push(`${String(ttl).padStart(2)} ${hopText(probes.filter((probe) => probe.ttl === ttl))}`);
  }
  return lines;
}

/** A router's address stands before its first time; another router in between gets its own. */
function hopText(probes: readonly Probe[]): string {
  let shown: string | null = null;
  return probes
    .map(({ from, time, code, answer }) => {
      if (from === null || time === null) return " *";
      const address = from === shown ? "" : ` ${from} `;
      shown = from;
      return `${address} ${time.toFixed(3)} ms${answer === "unreachable" ? ` ${mark(code)}` : ""}`;
    })
    .join(" ");
}

/** As traceroute(8) notes unreachables, by the code. */
const marks = new Map([
  [0, "!N"],
  [1, "!H"],
  [2, "!P"],
  [5, "!S"],
  [13, "!X"],
]);

const mark = (code: number | null): string => marks.get(code ?? -1) ?? `!<${code ?? "?"}>`;
