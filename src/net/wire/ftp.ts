import { fail, ok, type Result } from "../bytes/result.ts";
import { formatIpv4Address, parseIpv4Address, type Ipv4Address } from "./address.ts";

/**
 * Where a data connection is to go, as a line of an FTP control connection says it:
 *
 *   PORT 10,0,1,5,212,49                                client, RFC 959 §4.1.2: 212 × 256 + 49 = 54321
 *   EPRT |1|10.0.1.5|54321|                             client, RFC 2428 §2; 1 is IPv4
 *   227 Entering Passive Mode (10,0,1,5,212,49).        server, RFC 959 §4.2
 *   229 Entering Extended Passive Mode (|||54321|)      server, RFC 2428 §3: the address is the server's own
 */
export type FtpLine = {
  readonly kind: "PORT" | "EPRT" | "227" | "229";
  /** Null in 229. */
  readonly address: Ipv4Address | null;
  readonly port: number;
  /** Of EPRT and 229: what stands between the parts, `|` as a rule. */
  readonly delimiter: string;
  /** What stands before and behind the endpoint, line end included. */
  readonly before: string;
  readonly after: string;
};

/** `command`: none of the four. `endpoint`: it is written otherwise, or a number in it is too large. */
export type FtpLineError = "command" | "endpoint";

const sixNumbers = /^[0-9]{1,3}(?:,[0-9]{1,3}){5}(?![0-9,])/;

/**
 * Reads one line, of either case, with or without its end (CRLF). The text of a 227 is the server's own: the numbers
 * are where the first digits behind the code stand (RFC 1123 §4.1.2.6). The offset of an error counts characters.
 */
export function parseFtpLine(line: string): Result<FtpLine, FtpLineError> {
  const command = /^(?:(PORT|EPRT) +|(227)[ -][^0-9\r\n]*|(229)[ -][^(\r\n]*\()/i.exec(line);
  if (command === null) return fail("command", 0);
  const before = command[0];
  const [, verb = "", passive = "", extended = ""] = command;
  const rest = line.slice(before.length);
  const kind = kinds.get(`${verb.toUpperCase()}${passive}${extended}`);
  const found = kind === "PORT" || kind === "227" ? readNumbers(rest) : readDelimited(rest, kind === "229");
  if (kind === undefined || found === null || /[0-9]/.test(rest.charAt(found.length))) {
    return fail("endpoint", before.length);
  }
  const { length, ...endpoint } = found;
  return ok({ kind, ...endpoint, before, after: rest.slice(length) });
}

const kinds: ReadonlyMap<string, FtpLine["kind"]> = new Map(
  (["PORT", "EPRT", "227", "229"] as const).map((kind) => [kind, kind]),
);

type Found = Pick<FtpLine, "address" | "port" | "delimiter"> & { readonly length: number };

function readNumbers(text: string): Found | null {
  const written = sixNumbers.exec(text)?.[0];
  if (written === undefined) return null;
  const numbers = written.split(",").map(Number);
  if (numbers.some((number) => number > 255)) return null;
  const [high = 0, low = 0] = numbers.slice(4);
  const address = parseIpv4Address(numbers.slice(0, 4).join("."));
  return { address, port: high * 256 + low, delimiter: ",", length: written.length };
}

/** Three parts, each between delimiters: any printable ASCII character that is the same all along (RFC 2428 §2). */
function readDelimited(text: string, portOnly: boolean): Found | null {
  const delimiter = text.charAt(0);
  if (!/^[!-/:-~]$/.test(delimiter)) return null;
  const [, family, written, digits = "", end] = text.split(delimiter, 5);
  if (end === undefined || !/^[0-9]{1,5}$/.test(digits) || Number(digits) > 0xffff) return null;
  const address = portOnly ? null : parseIpv4Address(written ?? "");
  const fits = portOnly ? family === "" && written === "" : family === "1" && address !== null;
  const length = [family, written, digits].join(delimiter).length + 2;
  return fits ? { address, port: Number(digits), delimiter, length } : null;
}

/** The same line with another endpoint; of a 229 the address is not said. */
export function formatFtpLine(line: FtpLine, address: Ipv4Address, port: number): string {
  const { kind, delimiter, before, after } = line;
  const numbers = [...formatIpv4Address(address).split("."), port >>> 8, port & 0xff].join(",");
  switch (kind) {
    case "PORT":
    case "227":
      return `${before}${numbers}${after}`;
    case "EPRT":
      return `${before}${["", "1", formatIpv4Address(address), port, ""].join(delimiter)}${after}`;
    case "229":
      return `${before}${["", "", "", port, ""].join(delimiter)}${after}`;
  }
}
