import { constantFrom, tuple } from "fast-check";
import { z } from "zod";
import { defineExercise } from "#course/exercise/exercise.ts";
import { byte } from "#course/generators/numbers.ts";
import { dscpName, dscpOf, ecnNames, ecnOf, precedenceNames, precedenceOf } from "#net/wire/dscp.ts";

type Tos = { precedence: number; precedenceName: string; dscp: number; dscpName: string; ecn: string };

const domain = z.tuple([z.int().min(0).max(255)]);

/** Bytes whose DSCP has a name: 22 of 64. */
const namedBytes = [...Array(256).keys()].filter((tos) => !dscpName(dscpOf(tos)).startsWith("unknown"));

const edge = (name: string, tos: number): { name: string; args: [number] } => ({ name, args: [tos] });

/** RFC 791 §3.1 (precedence), RFC 2474 §3 (DSCP), RFC 3168 §5 (ECN). */
export default defineExercise<[tos: number], Tos>({
  number: "02.4",
  entry: "describeTos",
  level: 2,
  points: 4,
  prerequisites: ["02.2"],
  parameters: [{ name: "tos", shape: { kind: "uint", bits: 8, base: 16 } }],
  result: {
    kind: "value",
    fields: {
      ".precedence": "Precedence",
      ".precedenceName": "Precedence",
      ".dscp": "DSCP",
      ".dscpName": "DSCP",
      ".ecn": "ECN",
    },
  },
  golden: [
    {
      name: "default",
      args: [0x00],
      expected: { precedence: 0, precedenceName: "Routine", dscp: 0, dscpName: "DF", ecn: "Non-ECT" },
      source: "RFC 2474 §4.1",
    },
    {
      name: "linux-icmp-error",
      args: [0xc0],
      expected: {
        precedence: 6,
        precedenceName: "Internetwork Control",
        dscp: 48,
        dscpName: "CS6",
        ecn: "Non-ECT",
      },
      source: "RFC 1812 §4.3.2.5",
    },
    {
      name: "expedited-forwarding",
      args: [0xb8],
      expected: { precedence: 5, precedenceName: "CRITIC/ECP", dscp: 46, dscpName: "EF", ecn: "Non-ECT" },
      source: "RFC 3246 §2.7",
    },
    {
      name: "af11",
      args: [0x28],
      expected: { precedence: 1, precedenceName: "Priority", dscp: 10, dscpName: "AF11", ecn: "Non-ECT" },
      source: "RFC 2597 §6",
    },
    {
      name: "congestion-experienced",
      args: [0x03],
      expected: { precedence: 0, precedenceName: "Routine", dscp: 0, dscpName: "DF", ecn: "CE" },
      source: "RFC 3168 §5",
    },
    {
      name: "rfc-2597-af43",
      args: [0x98],
      expected: {
        precedence: 4,
        precedenceName: "Flash Override",
        dscp: 38,
        dscpName: "AF43",
        ecn: "Non-ECT",
      },
      source: "RFC 2597 §6",
    },
  ],
  edges: [
    edge("precedence-1", 0x20),
    edge("precedence-2", 0x40),
    edge("precedence-3", 0x60),
    edge("precedence-4", 0x80),
    edge("precedence-5", 0xa0),
    edge("precedence-7", 0xe0),
    edge("ect-1", 0x01),
    edge("ect-0", 0x02),
    edge("af12", 0x30),
    edge("af13", 0x38),
    edge("af21-with-ect-0", 0x4a),
    edge("af31", 0x68),
    edge("af41", 0x88),
    edge("voice-admit", 0xb0),
    edge("lower-effort", 0x04),
    edge("all-ones", 0xff),
    edge("dscp-2", 0x08),
    edge("dscp-6", 0x18),
    edge("dscp-odd", 0x2c),
    edge("dscp-42", 0xa8),
    edge("dscp-43", 0xac),
    edge("dscp-45", 0xb4),
    edge("dscp-47", 0xbc),
  ],
  generators: { "any-byte": tuple(byte), "named-dscp": tuple(constantFrom(...namedBytes)) },
  reference: (tos) => ({
    precedence: precedenceOf(tos),
    precedenceName: precedenceNames[precedenceOf(tos)] ?? "",
    dscp: dscpOf(tos),
    dscpName: dscpName(dscpOf(tos)),
    ecn: ecnNames[ecnOf(tos)] ?? "",
  }),
  accepts: (args) => domain.safeParse(args).success,
});
