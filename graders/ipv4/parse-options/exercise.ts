import { tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { ipv4Options } from "#course/generators/ipv4-options.ts";
import { fromHex } from "#net/bytes/hex.ts";
import {
  ipv4OptionName,
  ipv4OptionType,
  isCopied,
  optionClass,
  optionNumber,
  parseIpv4Options,
} from "#net/wire/ipv4-options.ts";
import { ipv4OptionsLayout } from "#net/wire/ipv4-options-layout.ts";

const acceptedArgs = z.tuple([z.instanceof(Uint8Array).refine((area) => area.length <= 40)]);

const tooShortOrTooLong = { error: "length" } as const;

export default defineExercise<[options: Uint8Array], IpOption[] | Fail<"length">>({
  number: "03.4",
  entry: "parseIpOptions",
  level: 3,
  points: 6,
  prerequisites: ["02.2"],
  parameters: [{ name: "options", shape: { kind: "bytes", layout: ipv4OptionsLayout } }],
  result: {
    kind: "value",
    fields: {
      "[].copied": "Copied Flag",
      "[].optionClass": "Option Class",
      "[].number": "Option Number",
      "[].data": "Option Data",
    },
  },
  golden: [
    {
      name: "router-alert",
      args: [bytes("94 04 0000")],
      expected: [option(148, true, 0, 20, "RTALT", "0000")],
      source: "RFC 2113 §2.1; Linux 6.18 (IGMP)",
    },
    {
      name: "nop-and-strict-route",
      args: [bytes("01 89 0b 04 1d51145f 0a2c9196 00 000000")],
      expected: [
        option(1, false, 0, 1, "NOP"),
        option(137, true, 0, 9, "SSR", "04 1d51145f 0a2c9196"),
        option(0, false, 0, 0, "EOOL"),
      ],
      source: "tshark 4.0.17",
    },
    {
      name: "timestamp",
      args: [bytes("44 0c 09 00 029e2e6f 00000000")],
      expected: [option(68, false, 2, 4, "TS", "09 00 029e2e6f 00000000")],
      source: "tshark 4.0.17",
    },
    {
      name: "unknown-without-data",
      args: [bytes("de 02 01 00")],
      expected: [
        option(222, true, 2, 30, "unknown(222)"),
        option(1, false, 0, 1, "NOP"),
        option(0, false, 0, 0, "EOOL"),
      ],
      source: "tshark 4.0.17",
    },
    { name: "length-0", args: [bytes("07 00 04 00")], expected: tooShortOrTooLong, source: "tshark 4.0.17" },
    {
      name: "length-1",
      args: [bytes("01 01 83 01")],
      expected: tooShortOrTooLong,
      source: "tshark 4.0.17",
    },
    {
      name: "length-too-long",
      args: [bytes("07 27 04 0000000000")],
      expected: tooShortOrTooLong,
      source: "tshark 4.0.17",
    },
  ],
  edges: [
    { name: "no-options", args: [bytes("")] },
    { name: "ten-nops", args: [bytes("01 01 01 01 01 01 01 01 01 01")] },
    { name: "eool-then-anything", args: [bytes("00 94 04 00")] },
    { name: "eool-then-bad-length", args: [bytes("01 00 07 00")] },
    { name: "loose-route-1", args: [bytes("83 07 04 c0000201 00")] },
    {
      name: "loose-route-9",
      args: [
        bytes(`83 27 04 c0000201 c0000202 c0000203 c0000204 c0000205 c0000206 c0000207 c0000208 c0000209 00`),
      ],
    },
    { name: "record-route", args: [bytes("07 0b 08 c0000201 00000000 01")] },
    { name: "traceroute", args: [bytes("52 0c 1234 0001 0000 c0000201")] },
    { name: "router-alert-ends-area", args: [bytes("01 01 01 01 94 04 0000")] },
    { name: "two-bytes-end-area", args: [bytes("01 01 1e 02")] },
    { name: "two-bytes-beyond", args: [bytes("01 1e 03")] },
    { name: "length-missing", args: [bytes("01 01 01 94")] },
    { name: "length-missing-alone", args: [bytes("07")] },
    { name: "good-then-length-0", args: [bytes("94 04 0000 83 00 04 00")] },
    { name: "length-counted-after-itself", args: [bytes("94 02 0000")] },
    { name: "type-2", args: [bytes("02 03 aa 01")] },
    { name: "type-127", args: [bytes("7f 03 aa 00")] },
    { name: "type-128", args: [bytes("80 03 aa 00")] },
    { name: "type-129", args: [bytes("81 03 aa 00")] },
    { name: "type-163", args: [bytes("a3 03 aa 00")] },
    { name: "type-255", args: [bytes("ff 02 00 00")] },
  ],
  generators: {
    areas: tuple(ipv4Options()),
    "bad-lengths": tuple(ipv4Options({ damaged: true })),
  },
  reference(options) {
    const parsed = parseIpv4Options(options);
    if (!parsed.ok) return { error: parsed.error.code };
    return parsed.value.map(({ type, data }) => ({
      type,
      copied: isCopied(type),
      optionClass: optionClass(type),
      number: optionNumber(type),
      name: nameOf(type),
      data,
    }));
  },
  accepts: (args) => acceptedArgs.safeParse(args).success,
});

/** The course writes `RTALT` where IANA writes `RTRALT`. */
const nameOf = (type: number): string =>
  type === ipv4OptionType.routerAlert ? "RTALT" : (ipv4OptionName(type) ?? `unknown(${type})`);

function option(
  type: number,
  copied: boolean,
  optionClass: number,
  number: number,
  name: string,
  data = "",
): IpOption {
  return { type, copied, optionClass, number, name, data: bytes(data) };
}

function bytes(text: string): Uint8Array {
  const parsed = fromHex(text);
  if (parsed === null) throw new RangeError(`not hexadecimal: ${text}`);
  return parsed;
}
