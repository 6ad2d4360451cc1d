import { constantFrom, integer, oneof, tuple, type Arbitrary } from "fast-check";
import { parseIpv4Address } from "../../net/wire/address.ts";
import { ipv4Address } from "./ipv4-address.ts";
import { withShrinks } from "./with-shrinks.ts";

/** What stands for one of the four numbers when somebody mistypes, or means to deceive a lenient reader. */
const brokenOctets = [
  "",
  "00",
  "01",
  "010",
  "0377",
  "256",
  "300",
  "999",
  "1000",
  "4294967296",
  "+1",
  "-1",
  " 1",
  "1 ",
  "0x7f",
  "1e1",
  "1a",
  "a",
  "%31",
  "\uff11", // the full-width digit one
];

type Damage = (octets: readonly string[], place: number) => string;

const damages: readonly Damage[] = [
  (octets, place) => octets.filter((_, i) => i !== place).join("."),
  (octets, place) => [...octets, ...octets.slice(0, place + 1)].join("."),
  (octets) => `${octets.join(".")}.`,
  (octets) => `.${octets.join(".")}`,
  (octets) => ` ${octets.join(".")}`,
  (octets) => `${octets.join(".")}\n`,
  (octets) => `${octets.join(".")}/24`,
  (octets, place) => octets.join([".", ",", " ", ":"][place]),
  (octets, place) => octets.slice(0, place).join("."),
];

/** The text of an address with one fault. */
const damaged: Arbitrary<string> = oneof(
  {
    weight: 2,
    arbitrary: tuple(ipv4Address, integer({ min: 0, max: 3 }), constantFrom(...brokenOctets)).map(
      ([text, place, broken]) =>
        text
          .split(".")
          .map((octet, i) => (i === place ? broken : octet))
          .join("."),
    ),
  },
  {
    weight: 1,
    arbitrary: tuple(ipv4Address, integer({ min: 0, max: 3 }), constantFrom(...damages)).map(
      ([text, place, damage]) => damage(text.split("."), place),
    ),
  },
);

const plain = ["10", "0", "0", "1"] as const;

/**
 * Texts that look like an IPv4 address and are none: an octet too large, empty, signed, with a leading zero or in
 * another base; too few or too many octets; spaces and other things around them. Shrinks octet by octet to those of
 * 10.0.0.1, then to fewer octets, then to shorter ones.
 *
 * @example
 * generators: { addresses: tuple(ipv4Address), broken: tuple(brokenIpv4Text) }
 */
export const brokenIpv4Text: Arbitrary<string> = withShrinks(
  damaged.filter(isBroken),
  (value): value is string => typeof value === "string" && isBroken(value),
  simplerText,
);

function isBroken(text: string): boolean {
  return text.length <= 64 && parseIpv4Address(text) === null;
}

/** By the number of octets, then of those that are not plain, then of characters; then toward 256 in an octet. */
function* simplerText(text: string): Iterable<string> {
  const octets = text.split(".");
  const replace = (place: number, by: string): string =>
    octets.map((octet, i) => (i === place ? by : octet)).join(".");
  if (octets.length > 1) {
    for (const place of octets.keys()) yield octets.filter((_, i) => i !== place).join(".");
  }
  for (const [place, octet] of octets.entries()) {
    const simple = plain[place] ?? "1";
    if (octet !== simple) yield replace(place, simple);
  }
  for (const [place, octet] of octets.entries()) {
    if (octet === plain[place]) continue;
    for (let i = 0; i < octet.length; i++) yield replace(place, octet.slice(0, i) + octet.slice(i + 1));
    if (/^[1-9]\d{2,}$/.test(octet) && Number(octet) > 256) yield replace(place, "256");
  }
}
