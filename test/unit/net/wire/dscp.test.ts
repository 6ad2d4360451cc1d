import { expect, test } from "vitest";
import { dscpName, dscpOf, ecnNames, ecnOf, precedenceNames, precedenceOf } from "#net/wire/dscp.ts";

test.each([
  [0xc0, "Internetwork Control", "CS6", "Non-ECT"],
  [0xb8, "CRITIC/ECP", "EF", "Non-ECT"],
  [0x28, "Priority", "AF11", "Non-ECT"],
  [0x03, "Routine", "DF", "CE"],
  [0x98, "Flash Override", "AF43", "Non-ECT"],
  [0xb1, "CRITIC/ECP", "VOICE-ADMIT", "ECT(1)"],
  [0x06, "Routine", "LE", "ECT(0)"],
  [0xff, "Network Control", "unknown(63)", "CE"],
])("byte %i", (tos, precedence, dscp, ecn) => {
  expect(precedenceNames[precedenceOf(tos)]).toBe(precedence);
  expect(dscpName(dscpOf(tos))).toBe(dscp);
  expect(ecnNames[ecnOf(tos)]).toBe(ecn);
});

test("the code points with a name: DF, LE, 7 CS, 12 AF, VOICE-ADMIT, EF", () => {
  const named = Array.from({ length: 64 }, (_, dscp) => dscpName(dscp)).filter(
    (name) => !name.startsWith("unknown"),
  );
  expect(new Set(named).size).toBe(1 + 1 + 7 + 12 + 1 + 1);
});
