import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  goalsMet,
  repaired,
  repairSchema,
  type TypedCommand,
} from "../../../../src/course/network/repair.ts";

const folder = fileURLToPath(new URL("../../../../content/fr/pannes/", import.meta.url));
const read = (name: string) => repairSchema.parse(parse(readFileSync(`${folder}${name}.yaml`, "utf8")));

/** How each network is repaired, and what somebody might try that does not help. */
const repairs: Readonly<Record<string, { right: TypedCommand[]; wrong: TypedCommand[] }>> = {
  "1-masque": {
    right: [
      ["A", "ip addr del 192.168.100.10/16 dev eth0"],
      ["A", "ip addr add 192.168.100.10/24 dev eth0"],
      ["A", "ip route add default via 192.168.100.1"],
    ],
    wrong: [["A", "ip route add 192.168.150.10/32 dev eth0"]],
  },
  "2-retour": {
    right: [["R2", "ip route add 192.168.100.0/24 via 192.168.50.1"]],
    wrong: [["A", "ip route add 192.168.150.0/24 via 192.168.100.1"]],
  },
  "3-boucle": {
    right: [
      ["R2", "ip route del default"],
      ["R2", "ip route add default via 203.0.113.1"],
    ],
    wrong: [["R1", "ip route del default"]],
  },
  "4-passerelle": {
    right: [["A", "ip route add default via 192.168.100.1"]],
    wrong: [["A", "ip route add default via 192.168.50.2"]],
  },
  "5-silence": {
    right: [["R2", "ip route del 192.168.150.10"]],
    wrong: [["A", "ip route add 192.168.150.10 via 192.168.100.1"]],
  },
};

test("every network has its repair here", () => {
  const names = readdirSync(folder).map((file) => file.replace(".yaml", ""));
  expect(names.toSorted()).toEqual(Object.keys(repairs));
});

describe.each(Object.entries(repairs))("%s", (name, { right, wrong }) => {
  const repair = read(name);
  const works = (commands: readonly TypedCommand[]) =>
    goalsMet(repaired(repair, commands, 1), repair.goals, 1).every(Boolean);

  test("is broken, stays so under what does not help, and is won when the pings work", () => {
    expect(works([])).toBe(false);
    expect(works(wrong)).toBe(false);
    expect(works(right)).toBe(true);
  });
});
