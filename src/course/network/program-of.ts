import type { Program } from "../../net/stack/host/process.ts";
import { ping } from "../../net/stack/programs/ping.ts";
import { traceroute } from "../../net/stack/programs/traceroute.ts";
import { parseIpAddress } from "../../net/wire/prefix.ts";

/** The program that a command line names, or why there is none. */
export type ReadProgram =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly code: "unknown-program" | "address" | "option"; readonly word: string };

/** Options that take a number, by program: the letter, and what it sets. */
const numbers = {
  ping: { c: "count", s: "size", t: "ttl", W: "wait" },
  traceroute: { m: "maxTtl", q: "probes", p: "basePort" },
} as const;

/** Reads `ping -c 1 192.168.150.10`, `traceroute -I 192.168.150.10`: the options that the course uses. */
export function programOf(command: string): ReadProgram {
  const [name = "", ...words] = command.trim().split(/\s+/);
  if (name !== "ping" && name !== "traceroute") return { ok: false, code: "unknown-program", word: name };
  const settings: Record<string, number> = {};
  let address: ReturnType<typeof parseIpAddress> = null;
  let icmp = false;
  let pathMtu: "do" | "want" | "dont" | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    const letter = /^-(\w)$/.exec(word)?.[1];
    if (letter === undefined) {
      address = parseIpAddress(word);
      if (address === null) return { ok: false, code: "address", word };
    } else if (name === "traceroute" && letter === "I") icmp = true;
    else if (name === "ping" && letter === "M") {
      const policy = words[++i] ?? "";
      if (policy !== "do" && policy !== "want" && policy !== "dont")
        return { ok: false, code: "option", word: policy };
      pathMtu = policy;
    } else {
      const setting = Object.entries(numbers[name]).find(([key]) => key === letter)?.[1];
      const value = /^\d{1,5}$/.test(words[i + 1] ?? "") ? Number(words[++i]) : null;
      if (setting === undefined || value === null) return { ok: false, code: "option", word };
      settings[setting] = setting === "wait" ? value * 1000 : value;
    }
  }
  if (address === null) return { ok: false, code: "address", word: "" };
  const program =
    name === "ping"
      ? ping({ destination: address, ...settings, ...(pathMtu && { pathMtu }) })
      : traceroute({ destination: address, ...settings, ...(icmp && { mode: "icmp" }) });
  return { ok: true, program };
}
